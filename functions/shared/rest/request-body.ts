import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Answer, problem } from './answer.ts';

export const maxBodyBytes = 256 * 1024;

export type ParsedBody = { outcome: 'parsed'; body: unknown; rawBody: string } | { outcome: 'refused'; answer: Answer };

/** The JSON body, or why it is refused: 413 too large, 415 not JSON by its type, 400 not JSON by its text. */
export function parseBody(
  event: Pick<APIGatewayProxyEvent, 'body' | 'isBase64Encoded'>,
  headers: Record<string, string>,
  expected: boolean,
): ParsedBody {
  const rawBody = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  if (Buffer.byteLength(rawBody) > maxBodyBytes) {
    return refused({ status: 413, slug: 'body-too-large', detail: `a body takes at most ${maxBodyBytes} bytes` });
  }
  if (!expected) return { outcome: 'parsed', body: undefined, rawBody };
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (rawBody !== '' && mediaType !== 'application/json') {
    return refused({ status: 415, slug: 'unsupported-media-type', detail: 'send the body as application/json' });
  }
  try {
    return { outcome: 'parsed', body: rawBody === '' ? {} : JSON.parse(rawBody), rawBody };
  } catch {
    return refused({ status: 400, slug: 'malformed-json', detail: 'the body is not JSON' });
  }
}

const refused = (as: Parameters<typeof problem>[0]): ParsedBody => ({ outcome: 'refused', answer: problem(as) });

import type { APIGatewayProxyEvent } from 'aws-lambda';
import { refuse } from './answer.ts';

export const maxBodyBytes = 256 * 1024;

/** Reads the JSON body. Refuses one that is too large (413), not JSON by its type (415) or not JSON by its text (400). */
export function parseBody(
  event: Pick<APIGatewayProxyEvent, 'body' | 'isBase64Encoded'>,
  headers: Readonly<Record<string, string>>,
  expected: boolean,
): { body: unknown; rawBody: string } {
  const rawBody = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  if (Buffer.byteLength(rawBody) > maxBodyBytes) {
    refuse('body-too-large', { detail: `a body takes at most ${maxBodyBytes} bytes` });
  }
  if (!expected) return { body: undefined, rawBody };
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (rawBody !== '' && mediaType !== 'application/json') {
    refuse('unsupported-media-type', { detail: 'send the body as application/json' });
  }
  return { body: rawBody === '' ? {} : parsed(rawBody), rawBody };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('malformed-json', { detail: 'the body is not JSON' });
  }
}

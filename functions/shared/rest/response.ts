import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Answer, ReplayedAnswer } from './answer.ts';

type Response = APIGatewayProxyResult & { headers: Record<string, string> };

/** An answer as API Gateway takes it. A problem has the correlation id in its body too. */
export function responseOf(answer: Answer | ReplayedAnswer, correlationId: string): Response {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...answer.headers };
  if ('replayedBody' in answer) {
    return { statusCode: answer.status, headers: { ...headers, 'Idempotency-Replayed': 'true' }, body: answer.replayedBody };
  }
  const { status, body } = answer;
  const whole = status >= 400 && typeof body === 'object' && body !== null ? { ...body, correlationId } : body;
  return { statusCode: status, headers, body: bodyText(whole) };
}

export const bodyText = (body: unknown) => (body === undefined ? '' : JSON.stringify(body));

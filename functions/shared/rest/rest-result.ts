import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Answer } from './answer.ts';

/** An answer that was stored with its effect: given again byte for byte, so its body is text already. */
export type ReplayedAnswer = { status: number; headers: Record<string, string>; replayedBody: string };

/** An answer as API Gateway takes it: every one bears the correlation id, a problem in its body too. */
export function resultOf(answer: Answer | ReplayedAnswer, correlationId: string): APIGatewayProxyResult {
  const headers = {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...answer.headers,
    'X-Correlation-Id': correlationId,
  };
  if ('replayedBody' in answer) {
    return { statusCode: answer.status, headers: { ...headers, 'Idempotency-Replayed': 'true' }, body: answer.replayedBody };
  }
  const { status, body } = answer;
  const whole = status >= 400 && typeof body === 'object' && body !== null ? { ...body, correlationId } : body;
  return { statusCode: status, headers, body: whole === undefined ? '' : JSON.stringify(whole) };
}

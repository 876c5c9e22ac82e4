import { AuthUnavailableError } from '../auth/auth-unavailable-error.ts';
import { ContendedError } from '../faults.ts';
import { BadCursorError } from '../store/cursor.ts';
import { type Answer, problem, unprocessable } from './answer.ts';

/** What a caller is told of something thrown: never its text, since that is for the log. */
export function answerOfFault(thrown: unknown): Answer {
  if (thrown instanceof BadCursorError) {
    return unprocessable('this cursor is not of this list: start again without it', [
      { path: '/cursor', message: thrown.message },
    ]);
  }
  if (thrown instanceof AuthUnavailableError) return out('auth-unavailable', 'rights cannot be checked now: try again', 5);
  if (thrown instanceof ContendedError) return out('busy', 'others are changing the same thing: try again', 1);
  if (isAwsOutage(thrown)) return out('dependency-unavailable', 'a service this needs gives no answer: try again', 5);
  return problem({ status: 500, slug: 'internal-fault', detail: 'this is our fault: tell us the correlation id if it lasts' });
}

const out = (slug: string, detail: string, retryAfterSeconds: number): Answer =>
  problem({ status: 503, slug, detail, headers: { 'Retry-After': String(retryAfterSeconds) } });

const throttlings = /Throttl|TooManyRequests|LimitExceeded|ThroughputExceeded|SlowDown|TimeoutError/;
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** A service of AWS that is out, overloaded or unreachable after all tries of the SDK; its refusals are our own mistakes. */
function isAwsOutage(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (throttlings.test(thrown.name)) return true;
  if ('code' in thrown && typeof thrown.code === 'string' && networkCodes.has(thrown.code)) return true;
  return '$fault' in thrown && thrown.$fault === 'server';
}

import { AuthUnavailableError } from '../auth/auth-unavailable-error.ts';
import { isAwsOutage } from '../aws/aws-calls.ts';
import { ContendedError } from '../faults.ts';
import { BadCursorError } from '../store/cursor.ts';
import { type Answer, problem, unprocessable } from './answer.ts';

/** What a caller learns of a fault: never its text, which is for the log. */
export function answerOfFault(thrown: unknown): Answer {
  if (thrown instanceof BadCursorError) {
    return unprocessable('this cursor does not belong to this list: start again without it', [
      { path: '/cursor', message: thrown.message },
    ]);
  }
  if (thrown instanceof AuthUnavailableError)
    return unavailable('auth-unavailable', 'rights cannot be checked now: try again', 5);
  if (thrown instanceof ContendedError) return unavailable('busy', 'others are changing the same thing: try again', 1);
  if (isAwsOutage(thrown)) return unavailable('dependency-unavailable', 'a service this needs does not answer: try again', 5);
  return problem('internal-fault', { detail: 'this is our fault: if it lasts, report the correlation id' });
}

const unavailable = (slug: 'auth-unavailable' | 'busy' | 'dependency-unavailable', detail: string, retryAfterSeconds: number) =>
  problem(slug, { detail, headers: { 'Retry-After': String(retryAfterSeconds) } });

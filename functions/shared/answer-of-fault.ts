import { type Answer, conflict, problem, unprocessable } from './answer.ts';
import { AuthUnavailableError } from './auth-unavailable-error.ts';
import { BadCursorError } from './cursor.ts';
import { AnsweredBeforeError, ContendedError } from './faults.ts';

/** What a caller is told of something thrown: never its text, since that is for the log. */
export function answerOfFault(thrown: unknown): Answer {
  if (thrown instanceof BadCursorError)
    return unprocessable('this cursor is not of this list: start again without it', [
      { path: '/cursor', message: thrown.message },
    ]);
  if (thrown instanceof AnsweredBeforeError || thrown instanceof ContendedError) {
    return {
      ...conflict('request-in-flight', 'another request is changing the same thing: send this one again'),
      ...retryAfter(1),
    };
  }
  if (thrown instanceof AuthUnavailableError) {
    return problem({
      status: 503,
      slug: 'auth-unavailable',
      detail: 'rights cannot be checked now: try again',
      headers: { 'Retry-After': '5' },
    });
  }
  return problem({
    status: 500,
    slug: 'internal-fault',
    detail: 'this is our fault: try again, and tell us the correlation id if it lasts',
  });
}

const retryAfter = (seconds: number) => ({
  headers: { 'Retry-After': String(seconds), 'Content-Type': 'application/problem+json' },
});

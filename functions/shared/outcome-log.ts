import type { MiddlewareObj, Request } from '@middy/core';
import { causeText } from './faults.ts';
import { log } from './log.ts';

/**
 * Writes one structured line for each invocation: what was asked, how it ended and how long it took. The outermost step but
 * correlation, so that it times all the others. A fault that no step turned into a response is logged as an error with its cause.
 */
export function outcomeLog<Event, Result, Context extends object>(
  message: string,
  fieldsOf: (request: { event: Event; context: Context; response: Result | null | undefined }) => Record<string, unknown>,
): MiddlewareObj<Event, Result> {
  const startedAtMs = new WeakMap<object, number>();
  // Middy knows Lambda's own context only; the steps of a chain add theirs to it.
  const lineOf = (request: Request<Event, Result>) => ({
    ...fieldsOf(request as unknown as Parameters<typeof fieldsOf>[0]),
    durationMs: Math.round(performance.now() - (startedAtMs.get(request) ?? performance.now())),
  });
  return {
    before: (request) => void startedAtMs.set(request, performance.now()),
    after: (request) => log.info(message, lineOf(request)),
    onError: (request) => {
      if (request.response === undefined) log.error(`${message} failed`, { ...lineOf(request), cause: causeText(request.error) });
      else log.info(message, lineOf(request));
    },
  };
}

import { isCorrelationId } from '../../trace.ts';
import { refuse } from '../answer.ts';
import { requestCause } from '../caller.ts';
import { header } from '../header.ts';
import type { RestStep } from '../rest-call.ts';

/** Gives the request its cause and every response the correlation id. The first step, since all the others rely on it. */
export const correlate = (): RestStep => ({
  before: ({ event, context }) => {
    Object.assign(context, { call: { cause: requestCause(event) } });
  },
  after: ({ context, response }) => addId(context.call.cause.correlationId, response?.headers),
  onError: ({ context, response }) => addId(context.call.cause.correlationId, response?.headers),
});

const addId = (correlationId: string, headers: object | undefined) => {
  if (headers !== undefined) Object.assign(headers, { 'X-Correlation-Id': correlationId });
};

/** Refuses a correlation id that would not be fit for logs, instead of replacing it in silence. */
export const checkCorrelationId = (): RestStep => ({
  before: ({ event }) => {
    const given = header(event.headers, 'x-correlation-id');
    if (given !== undefined && !isCorrelationId(given)) {
      refuse('malformed-header', {
        detail: 'X-Correlation-Id takes 8 to 64 letters, digits, _ or -; leave it out to have one minted',
      });
    }
  },
});

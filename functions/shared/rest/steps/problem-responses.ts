import { causeText } from '../../faults.ts';
import { log } from '../../log.ts';
import { EarlyAnswer } from '../answer.ts';
import { answerOfFault } from '../answer-of-fault.ts';
import { responseOf } from '../response.ts';
import type { RestStep } from '../rest-call.ts';

/** Turns whatever was thrown into a response: an early answer as it is, a fault into problem details. It never throws itself. */
export const problemResponses = (): RestStep => ({
  onError: (request) => {
    const { error, context, event } = request;
    const { correlationId } = context.call.cause;
    if (!(error instanceof EarlyAnswer)) {
      const route = `${event.httpMethod} ${event.resource}`;
      log.error('request failed', { route, correlationId, cause: causeText(error) });
    }
    request.response = responseOf(error instanceof EarlyAnswer ? error.answer : answerOfFault(error), correlationId);
  },
});

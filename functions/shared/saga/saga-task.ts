import type { SagaOrder } from '../../../generated/saga/types.ts';
import type { Cause } from '../cause.ts';
import { causeText, PermanentFault } from '../faults.ts';
import { inputErrors, type SchemaError } from '../input-errors.ts';
import { log } from '../log.ts';
import { childTraceparent } from '../trace.ts';

type InputValidator<Input> = ((data: unknown) => data is Input) & { errors?: readonly SchemaError[] | null };

/**
 * The Lambda of one state of the order saga. The state machine branches on the outcome's `outcome`; what is thrown is a fault
 * that it retries. A task is repeated freely, so what it does is keyed by the order, never by the call.
 */
export function sagaTask<Input extends SagaOrder, Outcome extends { outcome: string }>(
  validate: InputValidator<Input>,
  run: (input: Input, cause: Cause) => Promise<Outcome>,
): (input: unknown) => Promise<Outcome> {
  return async (input) => {
    const startedAt = performance.now();
    if (!validate(input)) {
      const places = inputErrors(validate.errors).map(({ path, message }) => `${path} ${message}`);
      log.error('saga task refused its input', { places });
      throw new PermanentFault(`the task's input breaks its schema: ${places.join('; ')}`);
    }
    const cause: Cause = {
      correlationId: input.correlationId,
      traceparent: childTraceparent(input.traceparent),
      organizationId: input.organizationId,
      userId: input.customerId,
      causationId: input.causationId,
    };
    const told = { orderId: input.orderId, correlationId: cause.correlationId, traceparent: cause.traceparent };
    try {
      const outcome = await run(input, cause);
      log.info('saga task', { ...told, outcome: outcome.outcome, durationMs: Math.round(performance.now() - startedAt) });
      return outcome;
    } catch (thrown) {
      log.error('saga task failed', { ...told, cause: causeText(thrown) });
      throw thrown;
    }
  };
}

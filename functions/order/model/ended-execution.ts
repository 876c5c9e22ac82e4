import type { SagaOrder } from '../../../generated/saga/types.ts';
import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { jsonObject } from '../../shared/input/json-object.ts';

/** A saga that ended without an answer: it failed, timed out or was stopped. */
export type EndedExecution = { eventId: string; status: string; order: SagaOrder };

/**
 * Reads EventBridge's 'Step Functions Execution Status Change'
 * (https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html) from the body of a queue message.
 * EventBridge leaves out an input over 248 KiB, but that of an order with fifty lines is far smaller.
 * @throws {PermanentFault} naming what is wrong
 */
export function endedExecutionFrom(body: string): EndedExecution {
  const { id, detail } = objectFrom(body, 'the message');
  const { status, input }: Record<string, unknown> = { ...Object(detail) };
  if (typeof id !== 'string' || typeof status !== 'string') throw new PermanentFault('not an execution status change');
  if (typeof input !== 'string') throw new PermanentFault('the execution status change lacks the execution’s input');
  const order = objectFrom(input, 'the execution’s input');
  if (!validateSagaOrder(order)) throw new PermanentFault('the execution’s input is not an order');
  return { eventId: id, status, order };
}

function objectFrom(text: string, what: string): Record<string, unknown> {
  const object = jsonObject(text);
  if (object === undefined) throw new PermanentFault(`${what} is not a JSON object`);
  return object;
}

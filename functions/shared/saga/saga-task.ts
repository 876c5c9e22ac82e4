import middy, { type MiddlewareObj } from '@middy/core';
import type { Context } from 'aws-lambda';
import type { SagaOrder } from '../../../generated/saga/types.ts';
import type { Cause } from '../cause.ts';
import { PermanentFault } from '../faults.ts';
import { inputErrors, type SchemaError } from '../input/input-errors.ts';
import { outcomeLog } from '../outcome-log.ts';
import { decideAndCommit } from '../store/commit.ts';
import { type Commits, commitsOf, hasEffects } from '../store/commits.ts';
import type { Effects } from '../store/write.ts';
import { childTraceparent } from '../trace.ts';

type InputValidator<Input> = ((data: unknown) => data is Input) & { errors?: readonly SchemaError[] | null };
type Outcome = { outcome: string };

/** One call of a task. */
export type TaskCall = {
  /** When the task was called, ISO 8601 UTC: its only clock. */
  at: string;
  organizationId: string;
  /** Only needed to call other systems: what is returned is committed with it anyway. */
  cause: Cause;
};

/**
 * The Lambda of one state of the order saga. The state machine branches on the answer's `outcome`; whatever is thrown is a fault
 * that it retries. A task may be repeated at any time, so what it does is keyed by the order, never by the call.
 */
export const sagaTask = <Input extends SagaOrder, Answer extends Outcome>(
  validate: InputValidator<Input>,
  run: (input: Input, call: TaskCall) => Promise<{ answer: Answer } & Effects>,
) =>
  taskChain(validate, async (input, call) => {
    const { result } = await decideAndCommit(async () => {
      const { answer, ...effects } = await run(input, call);
      if (!hasEffects(effects)) return { result: answer };
      return { result: answer, commit: { ...effects, cause: { ...call.cause, ...effects.cause } } };
    });
    return result;
  });

/** A task with effects outside its table, such as a charge: it runs once for each call and commits by itself. */
export const sagaTaskWithOwnCommit = <Input extends SagaOrder, Answer extends Outcome>(
  validate: InputValidator<Input>,
  run: (input: Input, call: TaskCall, commits: Commits) => Promise<Answer>,
) => taskChain(validate, (input, call) => run(input, call, commitsOf(call.cause)));

const taskChain = <Input extends SagaOrder, Answer extends Outcome>(
  validate: InputValidator<Input>,
  run: (input: Input, call: TaskCall) => Promise<Answer>,
) =>
  middy<unknown, Answer, Error, Context>()
    .use(outcomeLog('saga task', taskFields))
    .use(checkInput(validate))
    .handler((input) => {
      if (!validate(input)) throw new TypeError('the input was checked before');
      const cause = causeOfTask(input);
      return run(input, { at: new Date().toISOString(), organizationId: cause.organizationId, cause });
    });

const checkInput = <Input>(validate: InputValidator<Input>): MiddlewareObj => ({
  before: ({ event }) => {
    if (validate(event)) return;
    const places = inputErrors(validate.errors).map(({ path, message }) => `${path} ${message}`);
    throw new PermanentFault(`the task's input breaks its schema: ${places.join('; ')}`);
  },
});

const causeOfTask = ({ correlationId, traceparent, organizationId, customerId, causationId }: SagaOrder): Cause => ({
  correlationId,
  traceparent: childTraceparent(traceparent),
  organizationId,
  userId: customerId,
  causationId,
});

function taskFields({ event, response }: { event: unknown; response: Outcome | null | undefined }) {
  const { orderId, correlationId, traceparent }: Partial<Record<string, unknown>> = { ...Object(event) };
  return { orderId, correlationId, traceparent, outcome: response?.outcome };
}

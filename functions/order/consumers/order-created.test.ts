import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventBody, runConsumer } from '../../../tests/kit/event-batch.ts';
import { anEvent, at, deliver, deliverBody, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { customerId, deadline, orderId, orderIn, totalAmount } from '../../../tests/kit/stored-order.ts';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { handler } from '../saga-starter.ts';
import { onOrderCreated } from './order-created.ts';

const { lines, paymentMethod } = orderIn('pending');
const facts = { orderId, customerId, totalAmount, paymentMethod };
const created = anEvent('order.created', orderId, { ...facts, items: lines, placedAt: at, deadline });

/** Step Functions, with the executions that were started by name. */
const executions = new Map<string, string>();
let stepFunctions: StubAws;
beforeAll(async () => {
  stepFunctions = await startStubAws({
    StartExecution({ name, input }) {
      if (executions.has(String(name))) throw new AwsRefusal('ExecutionAlreadyExists');
      executions.set(String(name), String(input));
      return { executionArn: `arn:aws:states:eu-west-1:123456789012:execution:saga:${name}`, startDate: 1 };
    },
    DescribeExecution: ({ executionArn }) => ({
      executionArn,
      stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:saga',
      status: 'RUNNING',
      startDate: 1,
      input: executions.get(String(executionArn).split(':').at(-1) ?? ''),
    }),
  });
  Object.assign(process.env, {
    ...awsSettings(stepFunctions),
    STATE_MACHINE_ARN: 'arn:aws:states:eu-west-1:123456789012:stateMachine:saga',
  });
});
beforeEach(() => executions.clear());
afterAll(() => stepFunctions.stop());
const inputs = () => [...executions.values()].map((input): unknown => JSON.parse(input));

describe('onOrderCreated', () => {
  it('starts the saga of the order, named by its id and with its trace', async () => {
    await deliver(handler, 'order.created', created);
    expect([...executions.keys()]).toEqual([orderId]);
    expect(inputs()).toEqual([{ ...facts, lines, organizationId, ...trace, causationId: created.eventId }]);
  });

  it('starts it once, however often the event is delivered', async () => {
    await deliver(handler, 'order.created', created);
    await deliver(handler, 'order.created', created);
    expect(executions.size).toBe(1);
  });

  it('is a permanent fault when another order has this execution', async () => {
    await deliver(handler, 'order.created', created);
    const other = { ...created, eventData: { ...created.eventData, totalAmount: { amountMinor: 1, currency: 'EUR' } } };
    await expect(runConsumer(onOrderCreated, other)).rejects.toMatchObject({ name: 'PermanentFault' });
  });

  it('drops an event that is replayed from the archive', async () => {
    await deliverBody(handler, eventBody('order.created', created, { 'replay-name': 'replay-1' }));
    expect(executions.size).toBe(0);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { validateSagaOrder } from '../../../generated/saga/validators.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { lambdaContext } from '../../../tests/kit/lambda-context.ts';
import { sagaOrder } from '../../../tests/kit/saga-input.ts';
import type { NewEvent } from '../domain-event.ts';
import { ContendedError, PermanentFault } from '../faults.ts';
import { log } from '../log.ts';
import { decideTries } from '../store/commit.ts';
import { readItem } from '../store/dynamo.ts';
import { putVersioned } from '../store/write.ts';
import { sagaTask, sagaTaskWithOwnCommit } from './saga-task.ts';

log.setLogLevel('SILENT');
const table = emptyTable('shelf');
afterEach(() => vi.restoreAllMocks());

const input = sagaOrder();
const { orderId, organizationId, correlationId, causationId, customerId, traceparent } = input;
const key = { pk: `RESERVATION#${orderId}`, sk: 'RESERVATION' };
const released: NewEvent<'inventory.released'> = {
  type: 'inventory.released',
  aggregateId: orderId,
  aggregateVersion: 1,
  occurredOn: '2026-11-22T10:00:00.000Z',
  data: { orderId, releases: [{ productId: orderId, quantity: 1 }] },
};

/** Releases once, keyed by the order: a repeated task finds that it is done. */
const release = sagaTask(validateSagaOrder, async (order) => {
  const isDone = (await readItem({ ...key, pk: `RESERVATION#${order.orderId}` })) !== undefined;
  if (isDone) return { answer: { outcome: 'released' } };
  return { answer: { outcome: 'released' }, writes: [putVersioned({ ...key, version: 1 })], publish: [released] };
});

describe('sagaTask', () => {
  it('commits what the task returns and answers with its outcome', async () => {
    expect(await release(input, lambdaContext())).toEqual({ outcome: 'released' });
    expect(table.published()).toMatchObject([
      { type: 'inventory.released', metadata: { correlationId, causationId, organizationId, userId: customerId } },
    ]);
    expect(table.published()[0]?.metadata.traceparent.slice(0, 35)).toBe(traceparent.slice(0, 35));
  });

  it('does nothing twice, also when its answer was lost', async () => {
    table.failNext('lost-answer');
    await expect(release(input, lambdaContext())).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(await release(input, lambdaContext())).toEqual({ outcome: 'released' });
    expect(table.published()).toHaveLength(1);
  });

  it('decides again when another writer came in between', async () => {
    table.beforeNextTransaction(() => table.put(putVersioned({ ...key, version: 1 })));
    expect(await release(input, lambdaContext())).toEqual({ outcome: 'released' });
    expect(table.published()).toEqual([]);
  });

  it('throws a fault, which the state machine retries: contention, an outage', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    table.failNext(...Array.from({ length: decideTries }, () => 'throttled' as const));
    await expect(release(input, lambdaContext())).rejects.toThrow(ContendedError);
    table.failNext('unreachable');
    await expect(release(input, lambdaContext())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(table.items()).toEqual([]);
  });

  it('takes an input against its schema for a fault that no retry heals', async () => {
    for (const broken of [undefined, {}, { ...input, orderId: 'x' }, { ...input, lines: [] }]) {
      await expect(release(broken, lambdaContext())).rejects.toThrow(PermanentFault);
    }
    await expect(release({ ...input, orderId: 'x' }, lambdaContext())).rejects.toThrow(/\/orderId/);
  });

  it('writes one line with the order, the outcome and the time it took', async () => {
    const [info, error] = [vi.spyOn(log, 'info'), vi.spyOn(log, 'error')];
    await release(input, lambdaContext());
    expect(info.mock.calls).toEqual([
      ['saga task', { orderId, correlationId, traceparent, outcome: 'released', durationMs: expect.any(Number) }],
    ]);
    await expect(release({}, lambdaContext())).rejects.toThrow();
    expect(error).toHaveBeenCalledWith(
      'saga task failed',
      expect.objectContaining({ cause: expect.stringMatching(/^PermanentFault/) }),
    );
  });
});

describe('sagaTaskWithOwnCommit', () => {
  it('runs once for each call and commits when it decides to', async () => {
    let runs = 0;
    const charge = sagaTaskWithOwnCommit(validateSagaOrder, async (_, { at, organizationId: tenant }, commits) => {
      runs += 1;
      expect([tenant, Number.isNaN(Date.parse(at))]).toEqual([organizationId, false]);
      const { outcome } = await commits.now({ writes: [putVersioned({ ...key, version: 1 })], publish: [released] });
      return { outcome };
    });
    expect(await charge(input, lambdaContext())).toEqual({ outcome: 'committed' });
    expect(await charge(input, lambdaContext())).toEqual({ outcome: 'condition-failed' });
    expect([runs, table.published().length]).toEqual([2, 1]);
  });
});

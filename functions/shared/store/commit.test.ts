import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { newCause } from '../../../tests/kit/rest-request.ts';
import type { NewEvent } from '../domain-event.ts';
import { ContendedError, PermanentFault } from '../faults.ts';
import { log } from '../log.ts';
import { commit, type Decided, decideAndCommit, decideTries, maxActions } from './commit.ts';
import { readItem } from './dynamo.ts';
import { putNew, putVersioned, type Write } from './write.ts';

log.setLogLevel('SILENT');
const table = emptyTable('shop');
afterEach(() => vi.restoreAllMocks());

const key = { pk: 'SHELF#1', sk: 'SHELF' };
const cause = newCause({ userId: 'user-1' });
const handled = { consumer: 'inventory', eventId: 'event-1' };
const record = { recordKey: 'hash', operationHash: 'operation', response: { status: 201, headers: {}, body: '{"n":1}' } };
const orderId = '0197a000-0000-7000-8000-000000000001';
const cancelled = (reason = 'customer-request'): NewEvent<'order.cancelled'> => ({
  type: 'order.cancelled',
  aggregateId: orderId,
  aggregateVersion: 2,
  occurredOn: '2026-11-22T10:00:00.000Z',
  data: {
    orderId,
    customerId: orderId,
    totalAmount: { amountMinor: 100, currency: 'EUR' },
    reason,
    cancelledAt: '2026-11-22T10:00:00.000Z',
  },
});
const domainItems = () => table.items().filter(({ pk }) => String(pk).startsWith('SHELF'));

describe('commit', () => {
  it('stores writes, events, marker and record together', async () => {
    const events = [cancelled('first'), cancelled('second')];
    expect(await commit({ cause, writes: [putNew(key)], publish: events, handled, record })).toEqual({ outcome: 'committed' });
    expect(table.items().map(({ pk }) => String(pk).replace(/OUTBOX#\d+/, 'OUTBOX#n'))).toEqual([
      'HANDLED#inventory#event-1',
      'IDEMPOTENCY#hash',
      'OUTBOX#n',
      'SHELF#1',
    ]);
  });

  it('gives every event its envelope: who, why, and in which version', async () => {
    await commit({ cause, publish: [cancelled()] });
    const { correlationId, causationId, organizationId, traceparent, userId } = cause;
    expect(table.published()).toMatchObject([
      {
        type: 'order.cancelled',
        eventType: 'OrderCancelled',
        aggregateId: orderId,
        metadata: { correlationId, causationId, organizationId, traceparent, userId, aggregateVersion: 2 },
      },
    ]);
  });

  it('keeps the id of an event that its domain minted', async () => {
    const eventId = '0197a000-0000-7000-8000-0000000000ee';
    await commit({ cause, publish: [{ ...cancelled(), eventId }] });
    expect(table.published()).toMatchObject([{ eventId }]);
  });

  it('has nothing to do for nothing, and asks no table', async () => {
    table.failNext('unreachable');
    expect(await commit({ cause })).toEqual({ outcome: 'committed' });
  });

  it('says that an event was handled before, also when its writes fail for the same reason', async () => {
    const delivery = { cause, writes: [putNew(key)], publish: [cancelled()], handled };
    await commit(delivery);
    const before = table.items();
    expect(await commit(delivery)).toEqual({ outcome: 'already-handled' });
    expect(table.items()).toEqual(before);
    expect(await commit({ ...delivery, handled: { ...handled, consumer: 'payment' } })).toMatchObject({
      outcome: 'condition-failed',
    });
  });

  it('says that the request was answered before', async () => {
    await commit({ cause, record });
    expect(await commit({ cause, writes: [putNew(key)], record })).toEqual({ outcome: 'answered-before' });
    expect(domainItems()).toEqual([]);
  });

  it('replaces a record that has expired, though the table still holds it', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T10:00:00Z') });
    await commit({ cause, record });
    vi.setSystemTime(new Date('2026-11-23T10:00:00Z'));
    expect(await commit({ cause, writes: [putNew(key)], record })).toEqual({ outcome: 'committed' });
    vi.useRealTimers();
  });

  it('names the writes whose conditions failed, with what is stored there', async () => {
    table.put(putVersioned({ ...key, version: 1 }));
    const writes: Write[] = [putNew({ pk: 'SHELF#2', sk: 'SHELF' }), putVersioned({ ...key, version: 3 })];
    expect(await commit({ cause, writes, publish: [cancelled()] })).toEqual({
      outcome: 'condition-failed',
      failed: [{ index: 1, item: { ...key, version: 1 } }],
    });
    expect([domainItems().length, table.published()]).toEqual([1, []]);
  });

  it.each(['contended', 'throttled', 'in-progress'] as const)('is contended when the transaction is %s', async (fault) => {
    table.failNext(fault);
    expect(await commit({ cause, writes: [putNew(key)], record })).toEqual({ outcome: 'contended', isInFlight: false });
    expect(table.items()).toEqual([]);
  });

  it('sees that it is contended by a request with the same idempotency key', async () => {
    table.failNext('last-contended');
    expect(await commit({ cause, writes: [putNew(key)], record })).toEqual({ outcome: 'contended', isInFlight: true });
  });

  it('throws what is no outcome: a table out of reach, and a write that can never succeed', async () => {
    table.failNext('unreachable');
    await expect(commit({ cause, writes: [putNew(key)] })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const impossible: Write = {
      Update: { Key: key, UpdateExpression: 'SET tries = tries + :one', ExpressionAttributeValues: { ':one': 1 } },
    };
    await expect(commit({ cause, writes: [impossible] })).rejects.toMatchObject({ name: 'TransactionCanceledException' });
  });

  it('refuses more actions than a transaction takes, its own included', async () => {
    const writes = Array.from({ length: maxActions }, (_, n) => putNew({ pk: `SHELF#${n}`, sk: 'SHELF' }));
    await expect(commit({ cause, writes, handled })).rejects.toThrow(RangeError);
    expect(await commit({ cause, writes })).toEqual({ outcome: 'committed' });
  });

  it('refuses an event that breaks its schema, is too large, or makes the outbox item too large', async () => {
    const { reason, ...incomplete } = cancelled().data;
    const broken = { ...cancelled(), data: { ...incomplete, reason: '' } };
    await expect(commit({ cause, writes: [putNew(key)], publish: [broken] })).rejects.toThrow(PermanentFault);
    const many = Array.from({ length: 1000 }, () => cancelled('x'.repeat(190)));
    await expect(commit({ cause, writes: [putNew(key)], publish: many })).rejects.toThrow('the limit is');
    expect(table.items()).toEqual([]);
  });
});

describe('decideAndCommit', () => {
  /** Counts up what is stored, as a handler that reads and decides. */
  async function countUp(): Promise<Decided<number>> {
    const version = Number((await readItem(key))?.version ?? 0) + 1;
    return { result: version, commit: { cause, writes: [putVersioned({ ...key, version })], publish: [cancelled()] } };
  }
  const noPause = () => vi.spyOn(Math, 'random').mockReturnValue(0);

  it('decides again on the new state when another writer came in between', async () => {
    noPause();
    table.beforeNextTransaction(() => table.put(putVersioned({ ...key, version: 1 })));
    expect(await decideAndCommit(countUp)).toEqual({ result: 2, outcome: 'committed' });
    expect(table.published()).toHaveLength(1);
  });

  it.each(['contended', 'throttled', 'in-progress'] as const)('tries again when it is %s', async (fault) => {
    noPause();
    table.failNext(fault, fault);
    expect(await decideAndCommit(countUp)).toEqual({ result: 1, outcome: 'committed' });
  });

  it('gives up after so many tries, with nothing written', async () => {
    noPause();
    table.failNext(...Array.from({ length: decideTries }, () => 'throttled' as const));
    let runs = 0;
    await expect(
      decideAndCommit(() => {
        runs += 1;
        return countUp();
      }),
    ).rejects.toThrow(ContendedError);
    expect([runs, table.items()]).toEqual([decideTries, []]);
  });

  it('says that a request with the same idempotency key is still running', async () => {
    noPause();
    table.failNext(...Array.from({ length: decideTries }, () => 'last-contended' as const));
    expect(await decideAndCommit(async () => ({ result: 1, commit: { cause, record } }))).toEqual({
      result: 1,
      outcome: 'in-flight',
    });
  });

  it('does not repeat a fault: the platform does', async () => {
    table.failNext('unreachable');
    await expect(decideAndCommit(countUp)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(table.items()).toEqual([]);
  });

  it('returns the result of a handler that has nothing to store', async () => {
    table.failNext('unreachable');
    expect(await decideAndCommit(async () => ({ result: 'as it is' }))).toEqual({ result: 'as it is', outcome: 'committed' });
  });

  it.each([
    ['already-handled', { handled }],
    ['answered-before', { record }],
  ] as const)('ends as %s without another try', async (outcome, more) => {
    await commit({ cause, ...more });
    expect(await decideAndCommit(async () => ({ result: 'second', commit: { cause, writes: [putNew(key)], ...more } }))).toEqual({
      result: 'second',
      outcome,
    });
    expect(domainItems()).toEqual([]);
  });

  describe('the hint', () => {
    const withHint = (hint: () => Promise<unknown>, more: object = {}) =>
      decideAndCommit(async () => ({ result: 'done', commit: { cause, writes: [putNew(key)], hint, ...more } }));

    it('runs once, after the commit', async () => {
      noPause();
      table.failNext('contended');
      const seen: number[] = [];
      await withHint(async () => seen.push(table.items().length));
      expect(seen).toEqual([1]);
    });

    it('does not run when nothing was committed', async () => {
      await commit({ cause, handled });
      const hint = vi.fn(async () => undefined);
      await withHint(hint, { handled });
      table.failNext('unreachable');
      await expect(withHint(hint)).rejects.toThrow();
      expect(hint).not.toHaveBeenCalled();
    });

    it('fails without consequences: its consumer does the same', async () => {
      const warn = vi.spyOn(log, 'warn');
      const failed = withHint(() => Promise.reject(new Error('Step Functions is out')));
      expect(await failed).toEqual({ result: 'done', outcome: 'committed' });
      expect(warn).toHaveBeenCalledWith('hint failed', expect.objectContaining({ correlationId: cause.correlationId }));
    });

    it('may throw before it returns a promise', async () => {
      const hint = () => {
        throw new Error('no token');
      };
      expect(await withHint(hint)).toEqual({ result: 'done', outcome: 'committed' });
    });

    it('is waited for a second at most', async () => {
      vi.useFakeTimers();
      try {
        const silent = withHint(() => new Promise(() => {}));
        await vi.advanceTimersByTimeAsync(1_000);
        expect(await silent).toEqual({ result: 'done', outcome: 'committed' });
      } finally {
        vi.useRealTimers();
      }
    });
  });
});

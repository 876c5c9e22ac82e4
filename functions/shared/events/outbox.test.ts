import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCause } from '../../../tests/kit/rest-request.ts';
import type { NewEvent } from '../domain-event.ts';
import { PermanentFault } from '../faults.ts';
import { newId } from '../ids.ts';
import { readDelivery } from './delivery.ts';
import { maxOutboxItemBytes, outboxItem, outboxPartition, outboxShards } from './outbox.ts';

const orderId = '0197a000-0000-7000-8000-000000000001';
const occurredOn = '2026-11-22T10:00:00.000Z';
const released = (quantity = 1, count = 1): NewEvent<'inventory.released'> => ({
  type: 'inventory.released',
  aggregateId: orderId,
  aggregateVersion: 3,
  occurredOn,
  data: { orderId, releases: Array.from({ length: count }, () => ({ productId: orderId, quantity })) },
});
const cause = newCause();
const aCommit = () => newId(new Date().toISOString());

describe('outboxItem', () => {
  it('holds all events of a commit, each as the text that is sent', async () => {
    const { events } = await outboxItem(aCommit(), [released(1), released(2)], cause);
    expect(events.map(({ detailType }) => detailType)).toEqual(['inventory.released', 'inventory.released']);
    const quantities = events.map(({ detail }) => JSON.parse(detail).eventData.releases[0].quantity);
    expect(quantities).toEqual([1, 2]);
    expect(new Set(events.map(({ detail }) => JSON.parse(detail).eventId)).size).toBe(2);
  });

  it('holds what a consumer reads', async () => {
    const [event] = (await outboxItem(aCommit(), [released()], cause)).events;
    const detail: unknown = JSON.parse(event?.detail ?? '');
    const body = JSON.stringify({ 'detail-type': event?.detailType, source: 'lonja.inventory', detail });
    expect(readDelivery(body).event).toEqual(detail);
  });

  it('leaves the user out where nobody in particular acted', async () => {
    const [event] = (await outboxItem(aCommit(), [released()], cause)).events;
    expect(JSON.parse(event?.detail ?? '').metadata).not.toHaveProperty('userId');
  });

  it('spreads commits over all shards, and sorts them by time within each', async () => {
    const ids = Array.from({ length: 400 }, (_, n) => newId(new Date(Date.parse(occurredOn) + n).toISOString()));
    const keys = await Promise.all(ids.map((id) => outboxItem(id, [released()], cause)));
    expect(new Set(keys.map(({ pk }) => pk)).size).toBe(outboxShards);
    expect(keys.map(({ sk }) => sk)).toEqual(keys.map(({ sk }) => sk).toSorted());
    const known = new Set(Array.from({ length: outboxShards }, (_, shard) => outboxPartition(shard)));
    await fc.assert(fc.asyncProperty(fc.uuid(), async (id) => known.has((await outboxItem(id, [released()], cause)).pk)));
  });

  it('refuses what a reader would refuse, and what the bus or the table has no room for', async () => {
    await expect(outboxItem(aCommit(), [released(0)], cause)).rejects.toThrow(
      'inventory.released breaks its schema: /releases/0/quantity',
    );
    const bytes = JSON.stringify(released(1, 50)).length;
    const many = Array.from({ length: Math.ceil(maxOutboxItemBytes / bytes) + 1 }, () => released(1, 50));
    await expect(outboxItem(aCommit(), many, cause)).rejects.toThrow(PermanentFault);
    expect((await outboxItem(aCommit(), many.slice(0, 40), cause)).events).toHaveLength(40);
  });
});

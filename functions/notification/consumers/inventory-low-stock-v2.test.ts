import { describe, expect, it } from 'vitest';
import { eventBody, sqsBatch } from '../../../tests/kit/event-batch.ts';
import { anEvent, deliver } from '../../../tests/kit/invoke.ts';
import { asAdmin, asProducer, notified, producer, shop } from '../../../tests/kit/notified.ts';
import { domain } from '../../shared/domain.ts';
import { eventConsumer } from '../../shared/events/event-consumer.ts';
import { handler } from '../consumer.ts';
import { onInventoryLowStock } from './inventory-low-stock.ts';

const admin = { ...producer, userId: '0193a000-0000-7000-8000-0000000000ad', email: 'admin@example.org' };
const { emails } = notified(asProducer(producer), asAdmin(admin));
const productId = '0193a000-0000-7000-8000-000000000001';
const data = {
  productId,
  localId: shop,
  productName: 'Goat cheese',
  currentStock: 4,
  threshold: 5,
  urgencyLevel: 'medium' as const,
};
const first = anEvent('inventory.low_stock', productId, data);
const second = { ...anEvent('inventory.low_stock.v2', productId, data), eventId: first.eventId };
const recipients = () =>
  emails()
    .map(({ to }) => to)
    .sort();

describe('onInventoryLowStockV2', () => {
  it.each([
    ['first', () => deliver(handler, 'inventory.low_stock', first), () => deliver(handler, 'inventory.low_stock.v2', second)],
    ['last', () => deliver(handler, 'inventory.low_stock.v2', second), () => deliver(handler, 'inventory.low_stock', first)],
  ])('writes to everybody once, with version 1 %s', async (_, one, other) => {
    await one();
    expect(recipients()).toEqual([admin.email, producer.email]);
    await other();
    expect(recipients()).toEqual([admin.email, producer.email]);
  });
});

describe('a consumer of version 1 alone, as the release before has it', () => {
  const before = domain({
    name: 'before',
    consumers: { before: { entry: 'consumer', table: 'commit', events: ['inventory.low_stock'], replayable: false } },
  });

  it('handles version 1 and drops version 2', async () => {
    const consumer = eventConsumer(before, 'before', { 'inventory.low_stock': onInventoryLowStock });
    const done = { batchItemFailures: [] };
    expect(await consumer(sqsBatch(eventBody('inventory.low_stock.v2', second)))).toEqual(done);
    expect(recipients()).toEqual([]);
    expect(await consumer(sqsBatch(eventBody('inventory.low_stock', first)))).toEqual(done);
    expect(recipients()).toEqual([admin.email, producer.email]);
  });
});

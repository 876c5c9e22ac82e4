import { describe, expect, it } from 'vitest';
import { anEvent, deliver } from '../../../tests/kit/invoke.ts';
import { anotherShop, asAdmin, asBuyer, asProducer, customer, notified, producer, shop } from '../../../tests/kit/notified.ts';
import { handler } from '../consumer.ts';

const admin = { ...producer, userId: '0193a000-0000-7000-8000-0000000000ad', email: 'admin@example.org' };
const neighbour = { ...producer, userId: '0193a000-0000-7000-8000-0000000000ae', email: 'neighbour@example.org' };
const { table, emails } = notified(asBuyer(customer), asProducer(producer), asProducer(neighbour, anotherShop), asAdmin(admin));
const productId = '0193a000-0000-7000-8000-000000000001';
const low = anEvent('inventory.low_stock', productId, {
  productId,
  localId: shop,
  productName: 'Goat cheese',
  currentStock: 4,
  threshold: 5,
  urgencyLevel: 'medium',
});

describe('onInventoryLowStock', () => {
  it('e-mails the staff of the shop, but no buyer and nobody of another shop', async () => {
    await deliver(handler, 'inventory.low_stock', low);
    expect(
      emails()
        .map(({ to, subject }) => `${subject} → ${to}`)
        .sort(),
    ).toEqual([`Quedan pocas unidades: Goat cheese → ${admin.email}`, `Quedan pocas unidades: Goat cheese → ${producer.email}`]);
  });

  it('sends each of them one e-mail when it is delivered again', async () => {
    await deliver(handler, 'inventory.low_stock', low);
    await deliver(handler, 'inventory.low_stock', low);
    expect(emails()).toHaveLength(2);
    expect(table.published()).toHaveLength(2);
  });

  it('e-mails only admins about an older event, which does not name the shop', async () => {
    const { localId: _, ...older } = low.eventData;
    await deliver(handler, 'inventory.low_stock', { ...low, eventData: older });
    expect(emails().map(({ to }) => to)).toEqual([admin.email]);
  });

  it('leaves the event unmarked, since no e-mail may end it for the others', async () => {
    await deliver(handler, 'inventory.low_stock', low);
    expect(table.markers()).toEqual([]);
  });
});

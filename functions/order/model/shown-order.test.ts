import { describe, expect, it } from 'vitest';
import { organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller } from '../../../tests/kit/rest-request.ts';
import { customerId, orderIn, paymentId } from '../../../tests/kit/stored-order.ts';
import { shownDetails } from './details.ts';
import { shownOrder, viewOf } from './shown-order.ts';

const order = orderIn('confirmed');
const localIds = order.lines.map(({ localId }) => localId);
const view = (permissions: Parameters<typeof newCaller>[0]) => viewOf(order, newCaller({ organizationId, ...permissions }));

describe('viewOf', () => {
  it('is the whole order for its customer and for those who manage the organization', () => {
    expect(view({ userId: customerId, permissions: [] })).toBe('whole');
    expect(view({ permissions: ['order:read-any', 'auth:manage'] })).toBe('whole');
  });

  it('is a part for the staff of its shops, and nothing for anybody else', () => {
    expect(view({ permissions: ['order:read-any'], localIds: [...localIds, paymentId] })).toEqual({ localIds });
    expect(view({ permissions: ['order:read-any'], localIds: [paymentId] })).toBeUndefined();
    expect(view({ permissions: ['auth:manage'], localIds })).toBeUndefined();
    expect(view({ permissions: ['order:read'], localIds })).toBeUndefined();
  });
});

describe('what is shown', () => {
  it('tells a shop neither the total nor the payment, whatever the state of the order', () => {
    for (const status of ['pending', 'confirmed', 'cancelling', 'cancelled', 'shipped', 'delivered'] as const) {
      const shown = shownOrder({ ...orderIn(status), placedBy: customerId }, { localIds });
      for (const hidden of ['totalAmount', 'paymentId', 'cancelReason', 'placedBy']) expect(shown).not.toHaveProperty(hidden);
    }
  });

  it('names the parts that could not be read, and leaves out those that do not exist', () => {
    const stock = [{ productId: paymentId, available: 3 }];
    const readings = {
      payment: { outcome: 'unavailable' },
      shipment: { outcome: 'none' },
      stock: { outcome: 'read', value: stock },
    } as const;
    expect(shownDetails(order, 'whole', readings)).toEqual({
      order: shownOrder(order, 'whole'),
      stock,
      unavailable: ['payment'],
    });
  });
});

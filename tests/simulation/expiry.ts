import { decideCancellation } from '../../functions/order/model/order.ts';
import { orderEffects, requireOrder } from '../../functions/order/store/order-table.ts';
import { commitsOf } from '../../functions/shared/store/commits.ts';
import { newCause } from '../kit/rest-request.ts';
import { invoke } from './invocation.ts';

/**
 * An expired reservation releases nothing: it asks the order, which cancels itself only while it is pending. The order has that
 * decision (`expiry` among its cancellers), but no event brings it there yet. Until one does, this function takes the place of its consumer.
 */
export const expire = (organizationId: string, orderId: string) =>
  invoke({ TABLE_NAME: 'order' }, () =>
    commitsOf(newCause({ organizationId })).decided(async () => {
      const order = await requireOrder(organizationId, orderId);
      const { outcome, change } = decideCancellation(order, { by: 'expiry', reason: 'expiry', at: new Date().toISOString() });
      return { result: outcome, ...(change && orderEffects(organizationId, change, order)) };
    }),
  );

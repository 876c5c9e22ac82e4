import { environment } from '../../shared/environment.ts';
import { newId } from '../../shared/ids.ts';
import { created, notYetKnown, type Refusal, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { decidePlacement, maxLines, type Placement } from '../model/placement.ts';
import { hasOrdered, putCustomer } from '../store/customer-table.ts';
import { orderEffects } from '../store/order-table.ts';
import { findPrices } from '../store/price-table.ts';

/** Places an order. The saga takes it from there, started by order.created. */
export const placeOrder = route('POST /orders', async ({ body, caller, cause, receivedAt }) => {
  const { organizationId, userId: customerId } = caller;
  const { lines, paymentMethod } = body;
  const productIds = lines.map(({ productId }) => productId);
  const [prices, isKnown] = await Promise.all([findPrices(organizationId, productIds), hasOrdered(organizationId, customerId)]);
  const deadlineMinutes = Number(environment('ORDER_DEADLINE_MINUTES'));
  const command = { orderId: newId(receivedAt), customerId, lines, paymentMethod, placedAt: receivedAt, deadlineMinutes };
  const placement = decidePlacement(command, prices);
  if (placement.outcome !== 'placed') return refused(placement, productIds);
  const { orderId, status, totalAmount } = placement.change.order;
  const { writes, publish } = orderEffects(organizationId, placement.change, cause);
  return {
    answer: created({ orderId, status, totalAmount }, `orders/${orderId}`),
    writes: isKnown ? writes : [...writes, putCustomer(organizationId, customerId)],
    publish,
  };
});

function refused(refusal: Exclude<Placement, { outcome: 'placed' }>, productIds: readonly string[]): Refusal {
  switch (refusal.outcome) {
    case 'unknown-products': {
      const places = productIds.flatMap((id, index) => (refusal.missing.includes(id) ? [`/lines/${index}/productId`] : []));
      return unprocessable(
        `unknown products: ${refusal.missing.join(', ')}`,
        places.map((path) => ({ path, message: 'names no product' })),
      );
    }
    case 'not-yet-known':
      return notYetKnown(`products that are not known here yet: ${refusal.missing.join(', ')}`);
    case 'mixed-currencies':
      return refusedLines(`one order has one currency, not ${refusal.currencies.join(' and ')}`);
    case 'wrong-line-count':
      return refusedLines(`an order has 1 to ${maxLines} products, not ${refusal.count}`);
    case 'total-too-large':
      return refusedLines('the total is too large to be exact');
  }
}

const refusedLines = (why: string): Refusal => unprocessable(why, [{ path: '/lines', message: why }]);

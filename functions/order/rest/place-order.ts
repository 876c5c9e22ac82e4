import type { Operations } from '../../../generated/rest/operations.ts';
import { environment } from '../../shared/environment.ts';
import { newId } from '../../shared/ids.ts';
import { type Answer, created, unprocessable } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { commitNew } from '../../shared/store/commit.ts';
import { maxLines, type Placement, placeOrder } from '../model/placement.ts';
import { hasOrdered, putCustomer } from '../store/customer-table.ts';
import { orderCommit } from '../store/order-table.ts';
import { findPrices } from '../store/price-table.ts';

type Refusal = Exclude<Placement, { outcome: 'placed' }>;

/** POST /orders: what follows is the saga's, which the order's own event starts. */
export const placeOrderRoute: Route<Operations['POST /orders']> = async ({ body, caller, cause, receivedAt }) => {
  const orderId = newId(receivedAt);
  const { lines, paymentMethod } = body;
  const deadlineMinutes = Number(environment('ORDER_DEADLINE_MINUTES'));
  const { organizationId, userId: customerId } = caller;
  const productIds = lines.map(({ productId }) => productId);
  const [prices, isKnown] = await Promise.all([findPrices(organizationId, productIds), hasOrdered(organizationId, customerId)]);
  const placement = placeOrder({ orderId, customerId, lines, paymentMethod, placedAt: receivedAt, deadlineMinutes }, prices);
  if (placement.outcome !== 'placed') return refused(placement);
  const { status, totalAmount } = placement.change.order;
  const answer = created({ orderId, status, totalAmount }, `/api/v1/orders/${orderId}`);
  const placing = orderCommit(cause, placement.change, cause, answer);
  await commitNew(isKnown ? placing : { ...placing, writes: [...placing.writes, putCustomer(organizationId, customerId)] });
  return answer;
};

function refused(refusal: Refusal): Answer {
  switch (refusal.outcome) {
    case 'unknown-products':
      return unprocessable(`unknown products: ${refusal.productIds.join(', ')}`);
    case 'mixed-currencies':
      return unprocessable(`one order has one currency, not ${refusal.currencies.join(' and ')}`);
    case 'wrong-line-count':
      return unprocessable(`an order has 1 to ${maxLines} products, not ${refusal.count}`);
    case 'total-too-large':
      return unprocessable('the total is too large to be exact');
  }
}

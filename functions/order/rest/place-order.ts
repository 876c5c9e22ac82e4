import { environment } from '../../shared/environment.ts';
import { mayBeOnItsWay, newId } from '../../shared/ids.ts';
import { created, notYetKnown, problem, type Refusal, unprocessable } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { type Destined, decideDestination } from '../model/destination.ts';
import { decidePlacement, maxLines, type Placement, type UnavailableProduct } from '../model/placement.ts';
import { putCustomer } from '../store/customer-table.ts';
import { orderEffects } from '../store/order-table.ts';
import { readForPlacement } from '../store/placement-table.ts';

/**
 * Places an order, of the caller or of a customer whom staff name. The saga takes it from there, started by order.created. Staff
 * order for customers that this domain knows, with a login or without.
 */
export const placeOrder = route('POST /orders', async ({ body, caller, cause, receivedAt }) => {
  const { organizationId, userId } = caller;
  const { lines, paymentMethod, shipTo, note, customerId = userId } = body;
  const isForOther = customerId !== userId;
  if (isForOther && !caller.permissions.has('customer:manage')) {
    return problem('not-allowed', { detail: 'ordering for a customer takes the permission customer:manage' });
  }
  const productIds = lines.map(({ productId }) => productId);
  const { catalogue, customer } = await readForPlacement(organizationId, { customerId, productIds });
  const { copy, hasOrdered } = customer;
  if (copy?.status === 'erased') return problem('customer-erased', { detail: 'this customer was erased and orders no more' });
  if (isForOther && copy === undefined) return unknownCustomer(customerId, receivedAt);

  const destined = decideDestination(shipTo, copy, receivedAt);
  if (destined.outcome !== 'destined') return noDestination(destined);
  const { destination } = destined;
  const deadlineMinutes = Number(environment('ORDER_DEADLINE_MINUTES'));
  const ordered = { orderId: newId(receivedAt), customerId, lines, paymentMethod, destination, note };
  const command = { ...ordered, placedAt: receivedAt, deadlineMinutes, placedBy: isForOther ? userId : undefined };
  const placement = decidePlacement(command, catalogue);
  if (placement.outcome !== 'placed') return refused(placement, productIds);

  const { orderId, status, totalAmount } = placement.change.order;
  const { writes, publish } = orderEffects(organizationId, placement.change, cause);
  return {
    answer: created({ orderId, status, totalAmount }, `orders/${orderId}`),
    writes: hasOrdered ? writes : [...writes, putCustomer(organizationId, customerId)],
    publish,
  };
});

const unknownCustomer = (customerId: string, at: string): Refusal =>
  mayBeOnItsWay(customerId, at)
    ? notYetKnown('this customer is not known here yet')
    : unprocessable('unknown customer', [{ path: '/customerId', message: 'names no customer' }]);

const noDestination = (destined: Exclude<Destined, { outcome: 'destined' }>): Refusal =>
  destined.outcome === 'not-yet-known'
    ? notYetKnown('this address is not known here yet')
    : unprocessable('the order cannot go there', destined.errors);

const unavailability: Readonly<Record<UnavailableProduct['why'], string>> = {
  unknown: 'names no product',
  deleted: 'names a product that is no longer sold',
  'shop-closed': 'names a product of a closed shop',
};

function refused(refusal: Exclude<Placement, { outcome: 'placed' }>, productIds: readonly string[]): Refusal {
  switch (refusal.outcome) {
    case 'unavailable-products': {
      const whyById = new Map(refusal.products.map(({ productId, why }) => [productId, why]));
      const errors = productIds.flatMap((id, index) => {
        const why = whyById.get(id);
        return why === undefined ? [] : [{ path: `/lines/${index}/productId`, message: unavailability[why] }];
      });
      return unprocessable(`products that cannot be ordered: ${[...whyById.keys()].join(', ')}`, errors);
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

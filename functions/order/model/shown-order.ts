import type { Order as ShownOrder } from '../../../generated/rest/types.ts';
import type { Money, OrderLine } from '../../../generated/shared.ts';
import type { Caller } from '../../shared/caller.ts';
import { type Order, personalPart } from './order.ts';

/**
 * How much of an order somebody sees, in every view alike: all of it, or what concerns these shops. A shop sees its own lines, where
 * they go and the note, but neither the total, the payment, other shops' lines nor why the order was cancelled, which may tell of
 * the payment.
 */
export type View = 'whole' | { localIds: readonly string[] };

/** Undefined for an order that is none of the caller's business, which then does not exist for them. */
export function viewOf(order: Order, caller: Caller): View | undefined {
  if (maySeeOrdersOf(caller, order.customerId)) return 'whole';
  if (!caller.permissions.has('order:read-any')) return undefined;
  const localIds = caller.localIds.filter((localId) => order.lines.some((line) => line.localId === localId));
  return localIds.length > 0 ? { localIds } : undefined;
}

/** Whether the caller sees whole orders of this customer: their own, and any for those who manage the organization. */
export const maySeeOrdersOf = (caller: Caller, customerId: string): boolean =>
  caller.userId === customerId || maySeeAllOrders(caller);

/** Whether the caller sees every order of the organization: those who could assign themselves to any shop. */
export const maySeeAllOrders = ({ permissions }: Caller): boolean =>
  permissions.has('order:read-any') && permissions.has('auth:manage');

/** What the API shows of an order. */
export function shownOrder(order: Order, view: View): ShownOrder {
  const { orderId, customerId, status, method, totalAmount, placedAt } = order;
  const lines = linesIn(order, view);
  const shown = {
    ...{ orderId, customerId, status, method, lines, subtotal: sumOf(lines, totalAmount.currency), placedAt },
    ...personalPart(order),
  };
  if (view !== 'whole') return shown;
  return {
    ...shown,
    totalAmount,
    ...(order.placedBy !== undefined && { placedBy: order.placedBy }),
    ...('paymentId' in order && { paymentId: order.paymentId }),
    ...('cancelReason' in order && { cancelReason: order.cancelReason }),
  };
}

/** The lines that the view covers. */
export const linesIn = ({ lines }: Pick<Order, 'lines'>, view: View): readonly OrderLine[] =>
  view === 'whole' ? lines : lines.filter(({ localId }) => view.localIds.includes(localId));

const sumOf = (lines: readonly OrderLine[], currency: string): Money => ({
  amountMinor: lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice.amountMinor, 0),
  currency,
});

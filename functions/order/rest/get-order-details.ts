import type { OnBehalf } from '../../shared/api-call.ts';
import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { type Readings, shownDetails } from '../model/details.ts';
import { linesIn, type View } from '../model/shown-order.ts';
import { readPayment, readShipment, readStock } from '../store/details-client.ts';
import type { StoredOrder } from '../store/order-codec.ts';
import { findPaymentId } from '../store/payment-id-table.ts';
import { findVisibleOrder } from '../store/visible-order.ts';

/** The other domains are asked side by side, on behalf of the caller, so that each decides what the caller may see of it. */
export const getOrderDetails = route('GET /orders/{orderId}/details', async ({ params, caller, cause, receivedAt }) => {
  const visible = await findVisibleOrder(caller, params.orderId);
  if (visible === undefined) return notFound();
  const { order, view } = visible;
  const behalf = { caller, cause, receivedAt };
  const [payment, shipment, stock] = await Promise.all([
    paymentOf(order, view, behalf),
    readShipment(order.orderId, behalf),
    readStock(linesIn(order, view), behalf),
  ]);
  return ok(shownDetails(order, view, { payment, shipment, stock }), { ETag: etag(order.version) });
});

/** Only those who see the whole order see its payment. One that has not been confirmed may have a payment too. */
async function paymentOf(order: StoredOrder, view: View, behalf: OnBehalf): Promise<Readings['payment']> {
  if (view !== 'whole') return { outcome: 'none' };
  const known = 'paymentId' in order ? order.paymentId : undefined;
  const paymentId = known ?? (await findPaymentId(behalf.caller.organizationId, order.orderId));
  return paymentId === undefined ? { outcome: 'none' } : readPayment(paymentId, behalf);
}

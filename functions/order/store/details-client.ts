import type { OrderLine } from '../../../generated/shared.ts';
import { callApi, type OnBehalf } from '../../shared/api-call.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { log } from '../../shared/log.ts';
import type { Part, Reading, Readings } from '../model/details.ts';

/** For each part on its own. A cold start of the function fits in. */
const timeoutMs = 3_000;

/** The payment, if the caller may see it. */
export const readPayment = (paymentId: string, behalf: OnBehalf): Promise<Readings['payment']> =>
  reading('payment', behalf, async () => {
    const functionName = environment('PAYMENT_API_FUNCTION_NAME');
    const reply = await callApi(functionName, 'GET /payments/{paymentId}', { params: { paymentId } }, behalf, timeoutMs);
    return reply.outcome === 'answered' ? reply.body : undefined;
  });

/** The shipment with the parcels that the caller may see. There is none before the order is confirmed. */
export const readShipment = (orderId: string, behalf: OnBehalf): Promise<Readings['shipment']> =>
  reading('shipment', behalf, async () => {
    const functionName = environment('SHIPPING_API_FUNCTION_NAME');
    const reply = await callApi(functionName, 'GET /shipments', { query: { orderId } }, behalf, timeoutMs);
    return reply.outcome === 'answered' ? reply.body.shipments[0] : undefined;
  });

/** What is left of the products of these lines, if the caller may see stock. */
export const readStock = (lines: readonly OrderLine[], behalf: OnBehalf): Promise<Readings['stock']> =>
  reading('stock', behalf, async () => {
    const functionName = environment('INVENTORY_API_FUNCTION_NAME');
    // It is asked how much there is, not whether the order could be placed again, so any quantity will do.
    const body = { lines: lines.map(({ productId }) => ({ productId, quantity: 1 })) };
    const reply = await callApi(functionName, 'POST /inventory/check-availability', { body }, behalf, timeoutMs);
    return reply.outcome === 'answered'
      ? reply.body.lines.map(({ productId, available }) => ({ productId, available }))
      : undefined;
  });

/** A part that cannot be read makes the answer poorer, but fails nothing. */
async function reading<Value>(
  part: Part,
  { cause: { correlationId } }: OnBehalf,
  read: () => Promise<Value | undefined>,
): Promise<Reading<Value>> {
  try {
    const value = await read();
    return value === undefined ? { outcome: 'none' } : { outcome: 'read', value };
  } catch (thrown) {
    log.warn('part of an order not read', { part, correlationId, cause: causeText(thrown) });
    return { outcome: 'unavailable' };
  }
}

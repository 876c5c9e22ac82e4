import { expect, it } from 'vitest';
import { openMarket } from '../../kit/market.ts';
import { orderEnded, placeOrder } from '../../kit/orders.ts';
import { call, newIdempotencyKey, succeed } from '../../kit/rest.ts';
import { expectSound } from '../../kit/sound-market.ts';

it('stock is checked before an order, its card is validated, and stock and payment tell their history afterwards', async () => {
  const market = await openMarket({ products: [{ initialStock: 10, priceMinor: 450 }] });
  const { buyer, producer } = market;
  const [{ productId = '' } = {}] = market.products;
  const lines = [
    { productId, quantity: 4 },
    { productId, quantity: 3 },
  ];
  const { body: available } = await succeed('POST /inventory/check-availability', { token: buyer.token, body: { lines } });
  expect(available).toMatchObject({ allAvailable: true, lines: [{ productId, requested: 7, available: 10 }] });

  const validate = (token: string) => call('POST /payments/methods/validate', { token: buyer.token, body: { token } });
  expect(await validate('tok_ok')).toMatchObject({ status: 200, body: { isValid: true } });
  expect(await validate('tok_guessed')).toMatchObject({ status: 200, body: { isValid: false, reason: 'unknown_source' } });

  const { body: placed } = await placeOrder(market, { lines });
  const order = await orderEnded(market, placed.orderId);
  expect(order.status).toBe('confirmed');
  const adjustment = { token: producer.token, params: { productId }, headers: newIdempotencyKey() };
  await succeed('PUT /inventory/{productId}', { ...adjustment, body: { delta: 5, reason: 'delivery' } });

  const { body: after } = await succeed('POST /inventory/check-availability', { token: buyer.token, body: { lines } });
  expect(after).toMatchObject({ allAvailable: true, lines: [{ available: 8 }] });
  const { body: history } = await succeed('GET /inventory/{productId}/movements', {
    token: producer.token,
    params: { productId },
  });
  expect(history.movements).toMatchObject([
    { reason: 'adjusted', quantity: 5, available: 8, reserved: 7, userId: producer.userId, note: 'delivery' },
    { reason: 'reserved', quantity: 7, available: 3, reserved: 7, userId: buyer.userId, orderId: placed.orderId },
    { reason: 'initial', quantity: 10, available: 10, reserved: 0 },
  ]);
  const own = { token: buyer.token, params: { productId } };
  expect(await call('GET /inventory/{productId}/movements', own)).toMatchObject({ status: 403 });

  const paymentId = String(order.paymentId);
  const { body: payment } = await succeed('GET /payments/{paymentId}', { token: buyer.token, params: { paymentId } });
  expect(payment.attempts).toMatchObject([{ attempt: 1, status: 'completed', amount: placed.totalAmount, reversal: 'none' }]);
  await expectSound(market);
});

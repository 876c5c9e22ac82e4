import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { currentAttempt } from '../model/payment.ts';
import { historyOf } from '../model/payment-history.ts';
import { findPaymentById } from '../store/payment-table.ts';

/** Buyers see their own payments only. Callers with `order:read-any` see every payment of the organization. */
export const getPayment = route('GET /payments/{paymentId}', async ({ params, caller }) => {
  const payment = await findPaymentById(caller.organizationId, params.paymentId);
  if (payment === undefined || payment.status === 'tombstone') return notFound();
  const { paymentId, orderId, customerId, status, amount, version } = payment;
  if (customerId !== caller.userId && !caller.permissions.has('order:read-any')) return notFound();
  const attempt = currentAttempt(payment).n;
  const body = { paymentId, orderId, customerId, status, attempt, amount, attempts: historyOf(payment) };
  return ok(body, { ETag: etag(version) });
});

import type { PaymentOperations } from '../../../generated/rest/payment.ts';
import { etag, notFound, ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { currentAttempt } from '../model/payment.ts';
import { findPaymentById } from '../store/payment-table.ts';

/** GET /payments/{paymentId}: a buyer sees their own payments only, whoever may read any order those of the whole market. */
export const getPaymentRoute: Route<PaymentOperations['GET /payments/{paymentId}']> = async ({ params, caller }) => {
  const payment = await findPaymentById(caller.organizationId, params.paymentId);
  if (payment === undefined || payment.status === 'tombstone') return notFound();
  const { paymentId, orderId, customerId, status, amount, version } = payment;
  if (customerId !== caller.userId && !caller.permissions.has('order:read-any')) return notFound();
  const body = { paymentId, orderId, customerId, status, attempt: currentAttempt(payment).n, amount };
  return ok(body, { ETag: etag(version) });
};

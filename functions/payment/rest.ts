import { type PaymentOperations, paymentOperations } from '../../generated/rest/payment.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getPaymentRoute } from './rest/get-payment.ts';
import { providerEventRoute } from './rest/provider-event.ts';

export const handler = restHandler<PaymentOperations>(paymentOperations, {
  'GET /payments/{paymentId}': getPaymentRoute,
  'POST /payments/webhook': providerEventRoute,
});

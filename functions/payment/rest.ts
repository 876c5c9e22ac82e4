import { adapter } from '#payment-provider';
import { paymentOperations } from '../../generated/rest/payment.ts';
import { readAhead } from '../shared/aws/read-ahead.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getPayment } from './rest/get-payment.ts';
import { receiveProviderEvent } from './rest/receive-provider-event.ts';
import { validatePaymentMethod } from './rest/validate-payment-method.ts';

await readAhead({ 'provider secret': adapter.readSecrets });

export const handler = restHandler(paymentOperations, { getPayment, receiveProviderEvent, validatePaymentMethod });

import { paymentOperations } from '../../generated/rest/payment.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getPayment } from './rest/get-payment.ts';
import { receiveProviderEvent } from './rest/receive-provider-event.ts';

export const handler = restHandler(paymentOperations, { getPayment, receiveProviderEvent });

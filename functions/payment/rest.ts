import { paymentOperations } from '../../generated/rest/payment.ts';
import { readAhead } from '../shared/aws/read-ahead.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getPayment } from './rest/get-payment.ts';
import { receiveProviderEvent } from './rest/receive-provider-event.ts';
import { providerSecret } from './store/provider-client.ts';

await readAhead({ 'provider secret': providerSecret });

export const handler = restHandler(paymentOperations, { getPayment, receiveProviderEvent });

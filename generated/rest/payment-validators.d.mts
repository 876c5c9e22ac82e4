// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { PaymentOperations } from './payment.ts';

export declare const getPaymentParams: Validator<PaymentOperations['GET /payments/{paymentId}']['params']>;
export declare const getPaymentQuery: Validator<PaymentOperations['GET /payments/{paymentId}']['query']>;
export declare const receiveProviderEventParams: Validator<PaymentOperations['POST /payments/webhook']['params']>;
export declare const receiveProviderEventQuery: Validator<PaymentOperations['POST /payments/webhook']['query']>;
export declare const receiveProviderEventBody: Validator<PaymentOperations['POST /payments/webhook']['body']>;
export declare const receiveProviderEventSignedBody: Validator<PaymentOperations['POST /payments/webhook']['signedBody']>;

// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './payment-validators.mjs';
import type { Money } from '../shared.ts';

export type ChargeCompleted = {
  eventId: string;
  type: 'charge.completed';
  chargeId: string;
  reference: ChargeReference;
  amount: Money;
  transactionId: string;
};

export type ChargeFailed = {
  eventId: string;
  type: 'charge.failed';
  chargeId: string;
  reference: ChargeReference;
  amount: Money;
  /** Whether a later attempt may go through. */
  retryable: boolean;
  reason: string;
};

/** What we gave the provider with the charge. */
export type ChargeReference = {
  organizationId: string;
  orderId: string;
  attempt: number;
};

export type Payment = {
  paymentId: string;
  orderId: string;
  customerId: string;
  /** `closed`: nothing is charged any more, what was is given back. */
  status: 'initiated' | 'completed' | 'failed' | 'closed';
  /** The latest one. */
  attempt: number;
  amount: Money;
};

/** What became of a charge. Fields that the provider adds later are ignored. */
export type ProviderEvent = ChargeCompleted | ChargeFailed;

/** Whatever the provider tells, as far as it is read before its signature is verified. */
export type ProviderMessage = {
  /** What it is about. More types may come than those of `ProviderEvent`. */
  type: string;
};

export type WebhookReceived = {
  received: true;
};

/** What each route takes and answers. */
export type PaymentOperations = {
  'GET /payments/{paymentId}': {
    params: {
      paymentId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    answer: Payment;
  };
  'POST /payments/webhook': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: ProviderMessage;
    signedBody: ProviderEvent;
    secured: false;
    answer: WebhookReceived;
  };
};

/** What the contract says of each route. */
export const paymentOperations = {
  'GET /payments/{paymentId}': {
    permission: 'payment:read',
    secured: true,
    idempotent: false,
    validateParams: validators.getPaymentParams,
    validateQuery: validators.getPaymentQuery,
    validateBody: undefined,
  },
  'POST /payments/webhook': {
    permission: undefined,
    secured: false,
    idempotent: false,
    validateParams: validators.receiveProviderEventParams,
    validateQuery: validators.receiveProviderEventQuery,
    validateBody: validators.receiveProviderEventBody,
  },
} as const;

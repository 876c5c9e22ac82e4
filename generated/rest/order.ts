// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './order-validators.mjs';
import type { Money, OrderLine, PaymentMethod } from '../shared.ts';

export type CancelOrder = {
  reason?: string;
};

export type Cancellation = {
  orderId: string;
  status: 'cancelled' | 'cancelling';
};

export type Order = {
  orderId: string;
  customerId: string;
  status: OrderStatus;
  lines: readonly OrderLine[];
  totalAmount: Money;
  placedAt: string;
  /** What settled it, once confirmed. */
  paymentId?: string;
  cancelReason?: string;
};

export type OrderDraft = {
  lines: readonly OrderDraftLine[];
  paymentMethod: PaymentMethod;
};

export type OrderDraftLine = {
  productId: string;
  /** Units. */
  quantity: number;
};

export type OrderPage = {
  orders: readonly OrderSummary[];
  nextCursor?: string;
};

export type OrderPlaced = {
  orderId: string;
  status: 'pending';
  totalAmount: Money;
};

export type OrderStatus = 'pending' | 'confirmed' | 'shipped' | 'delivered' | 'cancelling' | 'cancelled';

export type OrderSummary = {
  orderId: string;
  status: OrderStatus;
  totalAmount: Money;
  placedAt: string;
};

export type Timeline = {
  orderId: string;
  status: OrderStatus;
  /** Of the request that placed it. */
  correlationId: string;
  entries: readonly TimelineEntry[];
};

export type TimelineEntry = {
  /** Wire name of the event, such as `inventory.reserved`. */
  type: string;
  occurredOn: string;
  eventId: string;
  /** What happened in words. */
  summary: string;
};

/** What each route takes and answers. */
export type OrderOperations = {
  'POST /orders': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: OrderDraft;
    secured: true;
    answer: OrderPlaced;
  };
  'GET /orders/{orderId}': {
    params: {
      orderId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    answer: Order;
  };
  'GET /orders/{orderId}/timeline': {
    params: {
      orderId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    answer: Timeline;
  };
  'GET /orders/customer/{customerId}': {
    params: {
      customerId: string;
    };
    query: {
      cursor?: string;
      limit: number;
    };
    body: undefined;
    secured: true;
    answer: OrderPage;
  };
  'POST /orders/{orderId}/cancel': {
    params: {
      orderId: string;
    };
    query: Record<never, never>;
    body: CancelOrder;
    secured: true;
    answer: Cancellation;
  };
};

/** What the contract says of each route. */
export const orderOperations = {
  'POST /orders': {
    permission: 'order:place',
    secured: true,
    idempotent: true,
    validateParams: validators.placeOrderParams,
    validateQuery: validators.placeOrderQuery,
    validateBody: validators.placeOrderBody,
  },
  'GET /orders/{orderId}': {
    permission: 'order:read',
    secured: true,
    idempotent: false,
    validateParams: validators.getOrderParams,
    validateQuery: validators.getOrderQuery,
    validateBody: undefined,
  },
  'GET /orders/{orderId}/timeline': {
    permission: 'order:read',
    secured: true,
    idempotent: false,
    validateParams: validators.getTimelineParams,
    validateQuery: validators.getTimelineQuery,
    validateBody: undefined,
  },
  'GET /orders/customer/{customerId}': {
    permission: 'order:read',
    secured: true,
    idempotent: false,
    validateParams: validators.listOrdersOfCustomerParams,
    validateQuery: validators.listOrdersOfCustomerQuery,
    validateBody: undefined,
  },
  'POST /orders/{orderId}/cancel': {
    permission: 'order:cancel',
    secured: true,
    idempotent: false,
    validateParams: validators.cancelOrderParams,
    validateQuery: validators.cancelOrderQuery,
    validateBody: validators.cancelOrderBody,
  },
} as const;

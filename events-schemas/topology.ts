/**
 * Who publishes and who consumes what, declared once. Lambdas, CDK constructs, permissions and the event map in the docs are all
 * derived from here; the events a domain publishes are the schema files in its folder beside this file.
 */
export const domains = ['auth', 'product', 'inventory', 'order', 'payment', 'shipping', 'notification', 'audit'] as const;
export type Domain = (typeof domains)[number];

export type ConsumerDeclaration = {
  domain: Domain;
  /** The file whose `handler` is the consumer's Lambda. */
  entry: `functions/${string}.ts`;
  /** Wire names, or every event there is. */
  events: readonly string[] | 'every-event';
  /** Whether the consumer may be fed from the archive again. One with side effects drops an event that bears `replay-name`. */
  replayable: boolean;
};

export const consumers = {
  'order-saga': {
    domain: 'order',
    entry: 'functions/order/saga-starter.ts',
    events: ['order.created'],
    replayable: false,
  },
  order: {
    domain: 'order',
    entry: 'functions/order/consumer.ts',
    events: [
      'product.created',
      'inventory.reserved',
      'inventory.reservation.failed',
      'inventory.released',
      'payment.initiated',
      'payment.completed',
      'payment.failed',
      'payment.refunded',
      'shipping.cancelled',
    ],
    replayable: false,
  },
  inventory: {
    domain: 'inventory',
    entry: 'functions/inventory/consumer.ts',
    events: ['product.created', 'order.cancelled'],
    replayable: false,
  },
  payment: {
    domain: 'payment',
    entry: 'functions/payment/consumer.ts',
    events: ['order.cancelled', 'payment.completed', 'payment.failed', 'payment.reversal.requested'],
    replayable: false,
  },
  shipping: {
    domain: 'shipping',
    entry: 'functions/shipping/consumer.ts',
    events: ['order.cancellation.requested', 'order.cancelled'],
    replayable: false,
  },
  notification: {
    domain: 'notification',
    entry: 'functions/notification/consumer.ts',
    events: [
      'auth.user.registered',
      'auth.permissions.changed',
      'order.created',
      'order.confirmed',
      'order.cancelled',
      'payment.completed',
      'payment.failed',
      'payment.refunded',
      'inventory.low_stock',
    ],
    replayable: false,
  },
  audit: {
    domain: 'audit',
    entry: 'functions/audit/consumer.ts',
    events: 'every-event',
    replayable: true,
  },
} as const satisfies Record<string, ConsumerDeclaration>;

export type ConsumerName = keyof typeof consumers;

/** The `source` of a domain's events on its bus. */
export const sourceOf = (domain: Domain) => `lonja.${domain}` as const;

/** One custom bus a domain, as the topic exchanges it stands for; the stage keeps two deployments in one account apart. */
export const busNameOf = (stage: string, domain: Domain) => `${stage}-${domain}.events`;

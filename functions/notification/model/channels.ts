import type { EventType } from '../../../generated/events/types.ts';
import type { Channel } from '../../../generated/shared.ts';

/**
 * The channels on which each cause is announced. A customer gets a message on those of them that they agreed to. What is not listed
 * goes by e-mail only.
 */
const channelsByCause: Partial<Record<EventType, readonly Channel[]>> = {
  'order.created': ['email', 'push'],
  'order.confirmed': ['email', 'sms', 'push'],
  'order.shipped': ['email', 'sms', 'push'],
  'order.delivered': ['email', 'sms', 'push'],
  'order.cancelled': ['email', 'sms', 'push'],
  'shipping.status.updated': ['sms', 'push'],
  'shipping.returned': ['email', 'sms', 'push'],
  'shipping.lost': ['email', 'sms', 'push'],
  'payment.failed': ['email', 'push'],
};

const channels = new Map<string, readonly Channel[]>(Object.entries(channelsByCause));

/** By the wire name of the event that is announced. */
export const channelsOf = (cause: string): readonly Channel[] => channels.get(cause) ?? ['email'];

import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onLinkRequested } from './consumers/auth-link-requested.ts';
import { onCustomerErased } from './consumers/customer-erased.ts';
import { auth } from './domain.ts';

export const handler = eventConsumer(auth, 'auth', {
  'auth.link.requested': onLinkRequested,
  'customer.erased': onCustomerErased,
});

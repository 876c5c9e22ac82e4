import { eventConsumer } from '../shared/events/event-consumer.ts';
import { onLinkRequested } from './consumers/auth-link-requested.ts';
import { onPartnerKeyIssued } from './consumers/auth-partner-key-issued.ts';
import { onPartnerKeyRevoked } from './consumers/auth-partner-key-revoked.ts';
import { onUserRegistered } from './consumers/auth-user-registered.ts';
import { onCustomerErased } from './consumers/customer-erased.ts';
import { auth } from './domain.ts';

export const handler = eventConsumer(auth, 'auth', {
  'auth.link.requested': onLinkRequested,
  'auth.partner.key.issued': onPartnerKeyIssued,
  'auth.partner.key.revoked': onPartnerKeyRevoked,
  'auth.user.registered': onUserRegistered,
  'customer.erased': onCustomerErased,
});

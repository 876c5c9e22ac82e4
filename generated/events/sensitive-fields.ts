// Generated from the contracts by `npm run generate`. Do not edit.
import type { EventType } from './types.ts';

/**
 * The sensitive fields of events, by the event's name. `owner` is the field with the id of the person whom they belong to. In a
 * path, `*` stands for every item of a list.
 */
export const sensitiveFields: { readonly [Type in EventType]?: { owner: string; paths: readonly string[] } } = {
  'auth.password.reset.requested': { owner: 'userId', paths: ['/email', '/name', '/secret'] },
  'auth.user.profile.updated': { owner: 'userId', paths: ['/email', '/name'] },
  'auth.user.registered': { owner: 'userId', paths: ['/email', '/name'] },
  'auth.user.verified': { owner: 'userId', paths: ['/email'] },
  'auth.verification.requested': { owner: 'userId', paths: ['/email', '/name', '/secret'] },
  'order.confirmed': { owner: 'customerId', paths: ['/shipTo', '/note'] },
  'order.created': { owner: 'customerId', paths: ['/shipTo', '/note'] },
  'customer.address.added': { owner: 'customerId', paths: ['/address', '/addressBook'] },
  'customer.registered': { owner: 'customerId', paths: ['/email', '/name', '/phone'] },
  'customer.updated': { owner: 'customerId', paths: ['/email', '/name', '/phone', '/addressBook'] },
  'notification.sent': { owner: 'recipientId', paths: ['/recipient'] },
};

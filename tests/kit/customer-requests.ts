import { handler } from '../../functions/customer/rest.ts';
import { nerea } from './customers.ts';
import { organizationId } from './invoke.ts';
import { newCaller, type Received, type Sent, send } from './rest-request.ts';

/** Callers of the organization: the customer, another customer, an admin, and the staff of a shop. */
export const asNerea = newCaller({ organizationId, userId: nerea.customerId, permissions: ['order:place'] });
export const asNeighbour = newCaller({ organizationId, permissions: ['order:place'] });
export const asAdmin = newCaller({ organizationId });
export const asStaff = newCaller({ organizationId, permissions: ['customer:manage'] });

/** Sends a request about the customer through the whole API Lambda, long after the customer registered. */
export const ask = (route: string, sent: Sent = {}): Promise<Received> =>
  send(handler, route, {
    caller: asNerea,
    receivedAt: '2026-11-23T10:00:00.000Z',
    ...sent,
    params: route.includes('{') ? { customerId: nerea.customerId, ...sent.params } : {},
  });

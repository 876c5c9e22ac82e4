import { ok, unknownHere } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { readHistory } from '../store/notification-table.ts';
import { recipients } from '../store/recipient-table.ts';

/** Anybody may see what was sent to themselves, and those who look after customers what was sent to a customer. */
export const listNotifications = route('GET /notifications', async ({ query, caller, receivedAt }) => {
  const { customerId, ...page } = query;
  const { organizationId, userId, permissions } = caller;
  if (customerId !== userId) {
    const recipient = permissions.has('customer:manage') ? await recipients.find(organizationId, customerId) : undefined;
    if (recipient?.customer === undefined) return unknownHere(customerId, receivedAt);
  }
  return ok(await readHistory(organizationId, customerId, page));
});

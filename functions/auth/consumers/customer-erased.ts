import { consume } from '../../shared/events/consume.ts';
import { erasedUser } from '../model/profile/erasure.ts';
import { withoutAdmin } from '../store/organization-table.ts';
import { rightsChangeWrite } from '../store/rights-feed-table.ts';
import { erasedUserWrites, users } from '../store/user-table.ts';

/**
 * Erases the login of a person: their tokens are refused, their name and addresses are gone, and the address can be registered
 * again. A customer who never had a login changes nothing here.
 */
export const onCustomerErased = consume('customer.erased', async ({ eventData }, { at, organizationId }) => {
  const user = await users.find(organizationId, eventData.customerId);
  if (user === undefined) return undefined;
  const { rights, events } = erasedUser(user, at);
  return {
    writes: [
      ...erasedUserWrites(rights, { email: user.email, erasedAt: at }),
      rightsChangeWrite({ kind: 'user', rights }),
      ...(await withoutAdmin(organizationId, user.userId)),
    ],
    publish: events,
  };
});

import { consume } from '../../shared/events/consume.ts';
import { keepShop } from '../store/shop-table.ts';

/** Keeps a shop's new name, and hides its products while it is closed. */
export const onLocalUpdated = consume('auth.local.updated', ({ eventData, metadata }, { organizationId }) => {
  const { localId, name, status } = eventData;
  return keepShop(organizationId, { localId, name, isClosed: status === 'closed', revision: metadata.aggregateVersion });
});

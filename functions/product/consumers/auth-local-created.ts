import { consume } from '../../shared/events/consume.ts';
import { keepShop } from '../store/shop-table.ts';

/** Keeps the name of a new shop, which searches show. */
export const onLocalCreated = consume('auth.local.created', ({ eventData, metadata }, { organizationId }) => {
  const { localId, name } = eventData;
  return keepShop(organizationId, { localId, name, isClosed: false, revision: metadata.aggregateVersion });
});

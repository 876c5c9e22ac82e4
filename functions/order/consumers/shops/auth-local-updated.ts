import { consume } from '../../../shared/events/consume.ts';
import { keepShop } from '../../store/shop-table.ts';

/** Takes no new orders of a closed shop, and takes them again when it opens. */
export const onShopUpdated = consume('auth.local.updated', ({ eventData, metadata }, { organizationId }) => {
  const { localId, status } = eventData;
  return keepShop(organizationId, { localId, status, version: metadata.aggregateVersion });
});

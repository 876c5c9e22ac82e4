import { consume } from '../../../shared/events/consume.ts';
import { keepDeletion } from '../../store/price-table.ts';

/** Takes no new orders of the product. Orders that were placed before are not affected. */
export const onProductDeleted = consume('product.deleted', ({ eventData, metadata }, { organizationId }) =>
  keepDeletion(organizationId, eventData.productId, metadata.aggregateVersion),
);

import { consume } from '../../shared/events/consume.ts';
import { productEffects } from '../store/early-product-table.ts';

/** Takes over the product's name and the threshold below which its stock is low, and warns if the new threshold is crossed. */
export const onProductUpdated = consume('product.updated', ({ eventData, metadata }, { organizationId, at }) => {
  const { productId, name, lowStockThreshold } = eventData;
  const version = metadata.aggregateVersion;
  return productEffects(organizationId, { productId, version, isDeleted: false, name, lowStockThreshold }, at);
});

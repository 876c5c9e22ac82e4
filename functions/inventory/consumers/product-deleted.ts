import { consume } from '../../shared/events/consume.ts';
import { productEffects } from '../store/early-product-table.ts';

/** Ends new reservations of a product. What is reserved already is shipped or released as ever. */
export const onProductDeleted = consume('product.deleted', ({ eventData: { productId }, metadata }, { organizationId, at }) =>
  productEffects(organizationId, { productId, version: metadata.aggregateVersion, isDeleted: true }, at),
);

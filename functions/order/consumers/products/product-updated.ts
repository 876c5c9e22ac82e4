import { consume } from '../../../shared/events/consume.ts';
import { keepPrice } from '../../store/price-table.ts';

/** Lets our copy of the price follow the catalogue. The event carries the whole product, so earlier ones need not have arrived. */
export const onProductUpdated = consume('product.updated', ({ eventData, metadata }, { organizationId }) =>
  keepPrice(organizationId, eventData, metadata.aggregateVersion),
);

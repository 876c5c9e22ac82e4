import { consume } from '../../../shared/events/consume.ts';
import { keepPrice } from '../../store/price-table.ts';

/** Keeps our own copy of the price, so that placing an order calls no other domain. */
export const onProductCreated = consume('product.created', ({ eventData, metadata }, { organizationId }) =>
  keepPrice(organizationId, eventData, metadata.aggregateVersion),
);

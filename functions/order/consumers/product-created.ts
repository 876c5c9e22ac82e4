import { consume } from '../../shared/events/event-consumer.ts';
import { keepPrice } from '../store/price-table.ts';

/** Orders are priced from our own copy, so that placing one calls no other domain. */
export const onProductCreated = consume('product.created', ({ eventData, metadata }, cause) =>
  keepPrice(cause, eventData, metadata.aggregateVersion),
);

import { consume } from '../../shared/events/event-consumer.ts';
import { stockLow } from '../model/message.ts';
import { notifyStaff } from '../store/letters-client.ts';

export const onInventoryLowStock = consume('inventory.low_stock', ({ eventData }, cause) =>
  notifyStaff(stockLow(eventData), cause),
);

import { consume } from '../../shared/event-consumer.ts';
import { stockLow } from '../message.ts';
import { notifyStaff } from './notify.ts';

export const onInventoryLowStock = consume('inventory.low_stock', ({ eventData }, cause) =>
  notifyStaff(stockLow(eventData), cause),
);

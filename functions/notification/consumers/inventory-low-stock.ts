import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { stockLow } from '../model/message.ts';
import { notifyStaff } from '../store/notifier.ts';

export const onInventoryLowStock = consumeWithOwnCommit('inventory.low_stock', ({ eventData }, handling, commits) =>
  notifyStaff(stockLow(eventData), handling, commits),
);

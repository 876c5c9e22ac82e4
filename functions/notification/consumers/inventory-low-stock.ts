import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { stockLow } from '../model/messages/stock-messages.ts';
import { notifyStaff } from '../store/notifier.ts';

/** An older event does not name the shop: only those who may act for every shop hear of it. */
const unknownShop = '';

export const onInventoryLowStock = consumeWithOwnCommit('inventory.low_stock', ({ eventData }, handling, commits) =>
  notifyStaff(eventData.localId ?? unknownShop, stockLow(eventData), handling, commits),
);

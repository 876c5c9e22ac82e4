import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { stockLow } from '../model/messages/stock-messages.ts';
import { notifyStaff } from '../store/notifier.ts';

/** Both versions of the event have one id, so each recipient gets one message, whichever comes first. */
export const onInventoryLowStockV2 = consumeWithOwnCommit('inventory.low_stock.v2', ({ eventData }, handling, commits) =>
  notifyStaff(eventData.localId, stockLow(eventData), handling, commits),
);

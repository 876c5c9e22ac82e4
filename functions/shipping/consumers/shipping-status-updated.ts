import { consumeWithOwnCommit } from '../../shared/events/consume.ts';
import { settleAtOnce } from '../store/settlements.ts';

/** Tells the carrier of a parcel that its shop has handed over. While the carrier is out, that is left to the job. */
export const onShipmentStatusUpdated = consumeWithOwnCommit(
  'shipping.status.updated',
  async ({ eventData: { orderId, status, method } }, handling, commits) => {
    if (method === 'delivery' && status === 'in_transit') await settleAtOnce(orderId, handling, commits.unmarked);
  },
);

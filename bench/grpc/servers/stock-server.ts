/** gRPC Inventory as it runs in production, but for table and Auth, which are in memory. Its parent says how many stocks change at a time. */

import { StockBoard } from '../../../grpc-inventory/board/stock-board.ts';
import { Callers } from '../../../grpc-inventory/callers.ts';
import { inventoryService } from '../../../grpc-inventory/inventory-service.ts';
import { runGrpcServices } from '../../../grpc-shared/server/run.ts';
import { type StockOrder, watchedProductIds } from '../watched-stock.ts';
import { organizationId, userIdOf } from './market.ts';

const board = new StockBoard();
const levels = watchedProductIds.map((productId) => ({ productId, available: 1000, reserved: 3, shipped: 70, version: 1 }));
const callers = new Callers({
  verifyToken: async () => ({
    isValid: true,
    userId: userIdOf(1),
    organizationId,
    permissions: ['inventory:read'],
    localIds: [],
  }),
});
const store = {
  findLevels: async (_organization: string, productIds: readonly string[]) =>
    new Map(levels.filter(({ productId }) => productIds.includes(productId)).map((level) => [level.productId, level])),
  enter: async () => [],
};

let atATime = 0;
let published = 0;
process.on('message', ({ changesAtATime }: StockOrder) => {
  atATime = changesAtATime;
  process.send?.({ published });
});

await runGrpcServices((health) => [inventoryService({ store, callers, board, health })]);

/** Each turn of the event loop the next few stocks change; who has not taken a value by then gets the newer one. */
function change(from: number): void {
  const changed = levels.slice(from, from + atATime);
  for (const level of changed) {
    level.version += 1;
    level.available = level.version % 1000;
  }
  if (board.subscriberCount > 0) {
    board.publish(organizationId, changed);
    published += changed.length;
  }
  const next = from + atATime;
  if (atATime === 0) setTimeout(change, 20, 0);
  else setImmediate(change, next < levels.length ? next : 0);
}
change(0);

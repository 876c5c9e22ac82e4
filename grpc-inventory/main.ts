import { enterStocks } from '../functions/inventory/store/stock-entry-table.ts';
import { readStockFeed } from '../functions/inventory/store/stock-feed-table.ts';
import { stocks } from '../functions/inventory/store/stock-table.ts';
import { authClient } from '../functions/shared/auth/auth-client.ts';
import { environment } from '../functions/shared/environment.ts';
import { followFeed } from '../grpc-shared/feed/follow-feed.ts';
import { runGrpcServices } from '../grpc-shared/server/run.ts';
import { measureBoard } from './board/board-metrics.ts';
import { StockBoard } from './board/stock-board.ts';
import { stockReader } from './board/stock-reader.ts';
import { Callers } from './callers.ts';
import { inventoryService } from './inventory-service.ts';

await runGrpcServices(async (health) => {
  environment('TABLE_NAME');
  const board = new StockBoard();
  measureBoard(board);
  const callers = new Callers(authClient());
  await followFeed({ name: 'stock feed', read: stockReader({ board, readFeed: readStockFeed }), health }).start();
  return [inventoryService({ store: { findLevels: stocks.findAll, enter: enterStocks }, callers, board, health })];
});

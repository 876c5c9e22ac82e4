import type { Health } from '../../grpc-shared/server/health.ts';
import type { FirstReads } from '../board/first-reads.ts';
import type { StockBoard } from '../board/stock-board.ts';
import type { Callers } from '../callers.ts';
import type { StockStore } from '../stock-store.ts';

/** What the methods of InventoryService work with. */
export type InventoryDependencies = {
  store: StockStore;
  callers: Callers;
  /** What is published here reaches the streams. */
  board: StockBoard;
  /** Reads what a stream has to know when it begins. */
  firstReads: FirstReads;
  health: Health;
  /** How long a message may wait to be read. */
  stallLimitMs?: number | undefined;
};

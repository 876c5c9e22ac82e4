import type { EventDataByType } from '../../../generated/events/types.ts';

/** One change of a stock's counts: how many pieces moved, why, for whom and for which order. */
export type StockMovement = {
  /** The stock's version after it. */
  version: number;
  /** ISO 8601 UTC. */
  at: string;
  reason: EventDataByType['inventory.updated']['reason'] | 'shipped';
  /** Pieces; negative where an adjustment took them away. */
  quantity: number;
  /** Pieces after it. */
  available: number;
  reserved: number;
  userId?: string;
  orderId?: string;
  note?: string;
};

/** On whose behalf pieces move, when, and for which order. */
export type Mover = Pick<StockMovement, 'at' | 'userId' | 'orderId' | 'note'>;

/** Movements of a product that were taken out of its stock, oldest first. */
export type MovementPage = { productId: string; movements: readonly StockMovement[] };

/** The number of movements that stay in the stock item before they are filed as a page of their own. */
export const movementsPerPage = 8;
/** With an order of 50 products, 40 pages still fit into its transaction. */
const maxPagesPerCommit = 40;

type WithMovements = { productId: string; movements?: readonly StockMovement[] };

/**
 * Takes full pages of movements out of stocks that are about to be stored. Of more than 40 full ones, the longest come first; the
 * others wait for the product's next change, so none is lost.
 */
export function fileMovements<Filed extends WithMovements>(stocks: readonly Filed[]): { stocks: Filed[]; pages: MovementPage[] } {
  const full = stocks
    .filter(({ movements = [] }) => movements.length >= movementsPerPage)
    .toSorted((one, other) => lengthOf(other) - lengthOf(one))
    .slice(0, maxPagesPerCommit);
  return {
    stocks: stocks.map((stock) => (full.includes(stock) ? { ...stock, movements: [] } : stock)),
    pages: full.map(({ productId, movements = [] }) => ({ productId, movements })),
  };
}

const lengthOf = ({ movements = [] }: WithMovements) => movements.length;

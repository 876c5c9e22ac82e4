import type { InventoryOperations } from '../../../generated/rest/inventory.ts';
import { notFound } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { stockAnswer } from '../model/stock-answer.ts';
import { findStock } from '../store/stock-table.ts';

/** GET /inventory/{productId} */
export const getStockRoute: Route<InventoryOperations['GET /inventory/{productId}']> = async ({ params, caller }) => {
  const stock = await findStock(caller.organizationId, params.productId);
  return stock ? stockAnswer(stock) : notFound();
};

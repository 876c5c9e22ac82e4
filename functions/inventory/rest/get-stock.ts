import type { InventoryOperations } from '../../../generated/rest/inventory.ts';
import { notFound } from '../../shared/answer.ts';
import type { Route } from '../../shared/rest-handler.ts';
import { findStock } from '../stock-table.ts';
import { stockAnswer } from './stock-answer.ts';

/** GET /inventory/{productId} */
export const getStockRoute: Route<InventoryOperations['GET /inventory/{productId}']> = async ({ params, caller }) => {
  const stock = await findStock(caller.organizationId, params.productId);
  return stock ? stockAnswer(stock) : notFound();
};

import { type InventoryOperations, inventoryOperations } from '../../generated/rest/inventory.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { adjustStockRoute } from './rest/adjust-stock.ts';
import { getStockRoute } from './rest/get-stock.ts';

export const handler = restHandler<InventoryOperations>(inventoryOperations, {
  'GET /inventory/{productId}': getStockRoute,
  'PUT /inventory/{productId}': adjustStockRoute,
});

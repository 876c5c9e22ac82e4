import { inventoryOperations } from '../../generated/rest/inventory.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { adjustStock } from './rest/adjust-stock.ts';
import { checkAvailability } from './rest/check-availability.ts';
import { getStock } from './rest/get-stock.ts';
import { listStockMovements } from './rest/list-movements.ts';

export const handler = restHandler(inventoryOperations, { getStock, adjustStock, checkAvailability, listStockMovements });

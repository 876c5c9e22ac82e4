import { inventoryOperations } from '../../generated/rest/inventory.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { adjustStock } from './rest/adjust-stock.ts';
import { getStock } from './rest/get-stock.ts';

export const handler = restHandler(inventoryOperations, { getStock, adjustStock });

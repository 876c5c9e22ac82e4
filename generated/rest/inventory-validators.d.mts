// Generated from the contracts by `npm run generate`. Do not edit.
import type { Validator } from '../validator.ts';
import type { InventoryOperations } from './inventory.ts';

export declare const getStockParams: Validator<InventoryOperations['GET /inventory/{productId}']['params']>;
export declare const getStockQuery: Validator<InventoryOperations['GET /inventory/{productId}']['query']>;
export declare const adjustStockParams: Validator<InventoryOperations['PUT /inventory/{productId}']['params']>;
export declare const adjustStockQuery: Validator<InventoryOperations['PUT /inventory/{productId}']['query']>;
export declare const adjustStockBody: Validator<InventoryOperations['PUT /inventory/{productId}']['body']>;

// Generated from the contracts by `npm run generate`. Do not edit.
import * as validators from './product-validators.mjs';
import type { Money } from '../shared.ts';

/** More than nothing, at most a million of most currencies. */
export type Price = Money;

export type Product = {
  productId: string;
  localId: string;
  name: string;
  category: string;
  price: Money;
  lowStockThreshold: number;
  createdAt: string;
};

export type ProductCreated = {
  productId: string;
};

export type ProductDraft = {
  /** The shop that sells it; you must work for it. */
  localId: string;
  name: string;
  category: string;
  /** Price of one unit. */
  price: Price;
  /** Units on the shelf at the start. */
  initialStock: number;
  /** Units; stock that falls below it is announced as low. */
  lowStockThreshold: number;
};

/** What each route takes and answers. */
export type ProductOperations = {
  'POST /products': {
    params: Record<never, never>;
    query: Record<never, never>;
    body: ProductDraft;
    secured: true;
    answer: ProductCreated;
  };
  'GET /products/{productId}': {
    params: {
      productId: string;
    };
    query: Record<never, never>;
    body: undefined;
    secured: true;
    answer: Product;
  };
};

/** What the contract says of each route. */
export const productOperations = {
  'POST /products': {
    permission: 'product:write',
    secured: true,
    idempotent: true,
    validateParams: validators.createProductParams,
    validateQuery: validators.createProductQuery,
    validateBody: validators.createProductBody,
  },
  'GET /products/{productId}': {
    permission: 'product:read',
    secured: true,
    idempotent: false,
    validateParams: validators.getProductParams,
    validateQuery: validators.getProductQuery,
    validateBody: undefined,
  },
} as const;

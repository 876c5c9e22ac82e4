// Generated from the contracts by `npm run generate`. Do not edit.
/** An amount in the minor unit of its currency: 1250 EUR are 12.50 euros. */
export type Money = {
  /** Minor units of the currency, such as cents. */
  amountMinor: number;
  currency: string;
};

/** One product of an order, at the price it had when the order was placed. */
export type OrderLine = {
  productId: string;
  /** The shop that sells it. */
  localId: string;
  name: string;
  quantity: number;
  /** Price of one unit. */
  unitPrice: Money;
};

/** How the customer pays: a token of the payment provider. Card data never enters the system. */
export type PaymentMethod = {
  token: string;
};

/** What a caller may do. */
export type Permission =
  | 'product:write'
  | 'product:read'
  | 'inventory:read'
  | 'inventory:adjust'
  | 'order:place'
  | 'order:read'
  | 'order:read-any'
  | 'order:cancel'
  | 'payment:read'
  | 'audit:read'
  | 'auth:manage';

/** A number of units of a product. */
export type ProductQuantity = {
  productId: string;
  quantity: number;
};

/** What a user is in the organization; the permissions follow from it. */
export type Role = 'admin' | 'producer' | 'buyer';

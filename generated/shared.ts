// Generated from the contracts by `npm run generate`. Do not edit.
/** Where a parcel is delivered. Whether it needs a postal code, and of what form, depends on its country. */
export type Address = {
  /** The person who receives the parcel. */
  recipient: string;
  street: string;
  /** In upper case, as its country writes it. */
  postalCode?: string;
  city: string;
  /** Province or state. */
  region?: string;
  country: string;
  phone?: string;
};

export type BookedAddress = {
  addressId: string;
  address: Address;
  /** Orders that name no address go here. At most one is. */
  isDefault: boolean;
};

/** A way to reach a customer. */
export type Channel = 'email' | 'sms' | 'push';

/** How a customer wants to be written to. */
export type ContactPreferences = {
  language: Language;
  channels: readonly Channel[];
  quietHours?: QuietHours;
};

/** The language a customer is written to in, ISO 639-1. */
export type Language = 'es' | 'en';

/** What the link in an e-mail is for: to verify an address, or to choose a new password. */
export type LinkPurpose = 'verification' | 'password';

/** A closed shop publishes nothing and takes no new orders. */
export type LocalStatus = 'open' | 'closed';

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

/** Where a parcel is. `delivered` is also the end of a parcel that was handed over at the shop. */
export type ParcelStatus = 'created' | 'in_transit' | 'out_for_delivery' | 'delivered' | 'returned' | 'lost' | 'cancelled';

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
  | 'auth:manage'
  | 'customer:manage'
  | 'shipping:manage'
  | 'partner:manage';

/** A number of units of a product. */
export type ProductQuantity = {
  productId: string;
  quantity: number;
};

/** No SMS and no push message is sent then. The times are those of the clock on the wall; equal times mean that no hour is quiet. */
export type QuietHours = {
  start: string;
  end: string;
  /** IANA name, such as Europe/Madrid. */
  timeZone: string;
};

/** What a user is in the organization; the permissions follow from it. */
export type Role = 'admin' | 'producer' | 'buyer';

/** A shipment is in transit as soon as its first parcel has left, and delivered when its last one has arrived. */
export type ShipmentStatus = 'created' | 'in_transit' | 'delivered' | 'cancelled' | 'returned' | 'lost';

/** How an order reaches the customer: a carrier delivers it, or the customer collects it at the shops. */
export type ShippingMethod = 'delivery' | 'collection';

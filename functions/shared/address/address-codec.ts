import type { Address } from '../../../generated/shared.ts';
import { type Codec, optional, record, text } from '../store/codec.ts';

/** An address inside an item of whichever domain keeps a copy of it. */
export const addressCodec: Codec<Address> = record<Address>({
  recipient: text,
  street: text,
  postalCode: optional(text),
  city: text,
  region: optional(text),
  country: text,
  phone: optional(text),
});

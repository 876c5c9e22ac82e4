import { type Fields, list, money, optional, record, text } from '../../shared/store/codec.ts';
import type { Offer } from '../model/listing.ts';

export const offerFields: Fields<Offer> = {
  localId: text,
  name: text,
  category: text,
  price: money,
  description: optional(text),
  unit: optional(text),
  origin: optional(text),
  photos: optional(list(text)),
  createdAt: text,
};

export const offer = record<Offer>(offerFields);

import { isDeepStrictEqual } from 'node:util';
import type { EventDataByType } from '../../../generated/events/types.ts';
import type { ProductDraft, ProductPatch, Product as ShownProduct } from '../../../generated/rest/types.ts';
import type { Money } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';

/** What a shop offers. Inventory keeps the stock. */
export type Product = {
  productId: string;
  localId: string;
  name: string;
  category: string;
  price: Money;
  lowStockThreshold: number;
  description?: string;
  unit?: string;
  origin?: string;
  photos?: readonly string[];
  createdAt: string;
  updatedAt?: string;
  /** It is sold no more, and reads as if it did not exist. */
  deletedAt?: string;
  version: number;
};

/** What the API shows of a product. */
export function shownProduct({ deletedAt: _deletedAt, version: _version, ...shown }: Product): ShownProduct {
  return shown;
}

/** The first version of a product, and its event, from which inventory opens the stock. `at` is ISO 8601 UTC. */
export function newProduct(
  draft: ProductDraft,
  productId: string,
  at: string,
): { product: Product; event: NewEvent<'product.created'> } {
  const { localId, name, category, price, initialStock, lowStockThreshold, description, unit, origin, photos } = draft;
  const offer = withoutAbsent({
    ...{ productId, localId, name, category, price, lowStockThreshold },
    ...{ description, unit, origin, photos: photos?.length === 0 ? undefined : photos },
  });
  return {
    product: { ...offer, createdAt: at, version: 1 },
    event: {
      type: 'product.created',
      aggregateId: productId,
      aggregateVersion: 1,
      occurredOn: at,
      data: { ...offer, initialStock, createdAt: at },
    },
  };
}

type Changeable = EventDataByType['product.updated']['changes'][number];
const changeable = [
  'name',
  'category',
  'price',
  'lowStockThreshold',
  'description',
  'unit',
  'origin',
  'photos',
] as const satisfies readonly Changeable[];

export type ProductUpdate = { product: Product; event: NewEvent<'product.updated'> };

/**
 * Applies a merge patch: what is left out stays, and null removes. Undefined when that changes nothing. The event names exactly what
 * changed. `at` is ISO 8601 UTC.
 */
export function decideUpdate(before: Product, patch: ProductPatch, at: string): ProductUpdate | undefined {
  const after = withoutAbsent({ ...before, ...definedIn(patch) });
  const changes = changeable.filter((field) => !isDeepStrictEqual(before[field], after[field]));
  if (changes.length === 0) return undefined;
  const version = before.version + 1;
  const product = { ...after, updatedAt: at, version };
  const { deletedAt: _deletedAt, version: _version, ...state } = product;
  return {
    product,
    event: {
      type: 'product.updated',
      aggregateId: product.productId,
      aggregateVersion: version,
      occurredOn: at,
      data: { ...state, changes },
    },
  };
}

/** Ends the sale of a product. `at` is ISO 8601 UTC. */
export function decideDeletion(before: Product, at: string): { product: Product; event: NewEvent<'product.deleted'> } {
  const { productId, localId } = before;
  const version = before.version + 1;
  return {
    product: { ...before, deletedAt: at, version },
    event: {
      type: 'product.deleted',
      aggregateId: productId,
      aggregateVersion: version,
      occurredOn: at,
      data: { productId, localId, deletedAt: at },
    },
  };
}

/** The fields that a patch has, with undefined for those that it removes. */
function definedIn({ description, unit, origin, photos, ...required }: ProductPatch): Partial<Product> {
  return {
    ...withoutAbsent(required),
    ...(description !== undefined && { description: description ?? undefined }),
    ...(unit !== undefined && { unit: unit ?? undefined }),
    ...(origin !== undefined && { origin: origin ?? undefined }),
    ...(photos !== undefined && { photos: photos === null || photos.length === 0 ? undefined : photos }),
  };
}

/** The same without fields that are undefined, which an item cannot hold and a comparison would count. */
function withoutAbsent<Fields extends object>(fields: Fields): Fields {
  const kept = { ...fields };
  for (const [name, value] of Object.entries(fields)) if (value === undefined) Reflect.deleteProperty(kept, name);
  return kept;
}

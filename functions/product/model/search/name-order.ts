/** Spanish sorts letters first, then accents, then case; ñ comes after n. */
const collator = new Intl.Collator('es');

type Named = { name: string; productId: string };

/** Products by name; those of one name by id, so that no two are equal. */
export const compareNames = (one: Named, other: Named): number =>
  collator.compare(one.name, other.name) || (one.productId < other.productId ? -1 : Number(one.productId > other.productId));

/** Values of a facet, of which no two are the same text. */
export const compareTexts = (one: string, other: string): number => collator.compare(one, other) || (one < other ? -1 : 1);

/** Where a product belongs in a list that is in this order: before the first one that does not come before it. */
export function placeOf(product: Named, sorted: readonly { product: Named }[]): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && compareNames(there.product, product) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { AsPlainObject } from 'minisearch';
import { compareNames, placeOf } from './name-order.ts';
import type { SearchChange, SearchProduct, Shop } from './search-change.ts';
import { ValueList } from './value-list.ts';
import { indexFormat, WordIndex } from './word-index.ts';

/** An index as it is stored: the products in the order of their names. */
export type CatalogueSnapshot = {
  format: number;
  products: readonly SearchProduct[];
  shops: readonly Shop[];
  words: AsPlainObject;
};

/** A product with what sorting and counting need of it. */
export type Entry = {
  product: SearchProduct;
  /** Its place in the order of names. */
  nameRank: number;
  /** Numbers in the lists of values. */
  category: number;
  shop: number;
  currency: number;
  amountMinor: number;
  isAvailable: boolean;
  publishedMs: number;
};

/** More changes than this are sorted with the rest instead of being put into their places one by one. */
const fewChanges = 1000;

/** Everything that searches in one organization need, in memory. */
export class CatalogueIndex {
  readonly words: WordIndex;
  readonly categories = new ValueList();
  readonly shopIds = new ValueList();
  readonly currencies = new ValueList();
  /** By id. */
  readonly shops: Map<string, Shop>;
  private readonly entries = new Map<string, Entry>();
  /** Numbers of the closed shops. */
  private readonly closed = new Set<number>();
  private sorted: Entry[] = [];

  private constructor(words: WordIndex, products: readonly SearchProduct[], shops: readonly Shop[]) {
    this.words = words;
    this.shops = new Map();
    for (const shop of shops) this.applyShop(shop);
    for (const product of products) this.sorted.push(this.enter(product));
    this.renumber();
  }

  static empty(): CatalogueIndex {
    return new CatalogueIndex(WordIndex.of([]), [], []);
  }

  /** One of another format has other words in it: they are found again from its products. */
  static from({ format, products, shops, words }: CatalogueSnapshot): CatalogueIndex {
    if (format === indexFormat) return new CatalogueIndex(WordIndex.from(words), products, shops);
    return new CatalogueIndex(WordIndex.of(products), products.toSorted(compareNames), shops);
  }

  snapshot(): CatalogueSnapshot {
    return {
      format: indexFormat,
      products: this.sorted.map(({ product }) => product),
      shops: [...this.shops.values()],
      words: this.words.stored(),
    };
  }

  get size(): number {
    return this.sorted.length;
  }

  /** Every product, in the order of the names. */
  get byName(): readonly Entry[] {
    return this.sorted;
  }

  entry(productId: string): Entry | undefined {
    return this.entries.get(productId);
  }

  isHidden({ shop }: Entry): boolean {
    return this.closed.size > 0 && this.closed.has(shop);
  }

  /** Changes that are known already are skipped, so that the same ones can be applied again and again. Returns how many were not. */
  apply(changes: readonly SearchChange[]): number {
    let shops = 0;
    const removed = new Set<Entry>();
    const added: Entry[] = [];
    for (const change of changes) {
      if (change.kind === 'shop') {
        if (this.applyShop(change.shop)) shops += 1;
        continue;
      }
      const before = this.entries.get(change.productId);
      if (before !== undefined && before.product.revision >= change.revision) continue;
      if (before !== undefined) {
        this.words.remove(before.product);
        this.entries.delete(change.productId);
        removed.add(before);
      }
      if (change.product === undefined) continue;
      this.words.add(change.product);
      added.push(this.enter(change.product));
    }
    if (removed.size + added.length > 0) this.sortAgain(removed, added);
    return shops + removed.size + added.length;
  }

  /** Whether it was news. */
  private applyShop(shop: Shop): boolean {
    const before = this.shops.get(shop.localId);
    if (before !== undefined && before.revision >= shop.revision) return false;
    this.shops.set(shop.localId, shop);
    const number = this.shopIds.numberOf(shop.localId);
    if (shop.isClosed) this.closed.add(number);
    else this.closed.delete(number);
    return true;
  }

  private enter(product: SearchProduct): Entry {
    const entry = {
      product,
      nameRank: 0,
      category: this.categories.numberOf(product.category),
      shop: this.shopIds.numberOf(product.localId),
      currency: this.currencies.numberOf(product.price.currency),
      amountMinor: product.price.amountMinor,
      isAvailable: product.isAvailable,
      publishedMs: Date.parse(product.createdAt),
    };
    this.entries.set(product.productId, entry);
    return entry;
  }

  private sortAgain(removed: ReadonlySet<Entry>, added: readonly Entry[]): void {
    if (removed.size > 0) this.sorted = this.sorted.filter((entry) => !removed.has(entry));
    if (added.length > fewChanges) {
      this.sorted = [...this.sorted, ...added].sort((one, other) => compareNames(one.product, other.product));
    } else {
      for (const entry of added) this.sorted.splice(placeOf(entry.product, this.sorted), 0, entry);
    }
    this.renumber();
  }

  private renumber(): void {
    for (const [rank, entry] of this.sorted.entries()) entry.nameRank = rank;
  }
}

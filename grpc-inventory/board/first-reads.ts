import type { StockLevel } from '../../functions/inventory/model/stock-feed.ts';
import type { StockStore } from '../stock-store.ts';

type Levels = ReadonlyMap<string, StockLevel>;
type Read = { productIds: Set<string>; levels: Promise<Levels> };

/** As many as the store takes at once, and how many times that is read at the same time. */
const maxProductsPerQuery = 100;
const maxQueries = 10;

/**
 * The first reads of streams that follow stock. Streams that begin while a read is under way share the next one, so a crowd that comes
 * back at once does not read each product once per stream. Nobody joins a read under way: it may have missed a change that was
 * published before the stream subscribed.
 */
export class FirstReads {
  readonly #store: Pick<StockStore, 'findLevels'>;
  /** By organization: the last read that was begun or is waiting to begin. */
  readonly #last = new Map<string, Promise<Levels>>();
  /** By organization: the read that has not begun. */
  readonly #next = new Map<string, Read>();

  constructor(store: Pick<StockStore, 'findLevels'>) {
    this.#store = store;
  }

  /** The levels of these products, and perhaps of others, as they are stored after this call; unknown products are left out. */
  levels(organizationId: string, productIds: Iterable<string>): Promise<Levels> {
    const read = this.#next.get(organizationId) ?? this.#newRead(organizationId);
    for (const productId of productIds) read.productIds.add(productId);
    return read.levels;
  }

  #newRead(organizationId: string): Read {
    const productIds = new Set<string>();
    const begin = () => {
      this.#next.delete(organizationId);
      return this.#read(organizationId, [...productIds]);
    };
    const before = this.#last.get(organizationId) ?? Promise.resolve();
    const levels = before.then(begin, begin).finally(() => {
      if (this.#last.get(organizationId) === levels) this.#last.delete(organizationId);
    });
    const read = { productIds, levels };
    this.#next.set(organizationId, read);
    this.#last.set(organizationId, levels);
    return read;
  }

  async #read(organizationId: string, productIds: readonly string[]): Promise<Levels> {
    const found = new Map<string, StockLevel>();
    const queries = slices(productIds, maxProductsPerQuery);
    for (const together of slices(queries, maxQueries)) {
      const answers = await Promise.all(together.map((query) => this.#store.findLevels(organizationId, query)));
      for (const levels of answers) for (const [productId, level] of levels) found.set(productId, level);
    }
    return found;
  }
}

function slices<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

import type { StockLevel } from '../../functions/inventory/model/stock-feed.ts';
import { encodeLevel } from './stock-message.ts';
import { type Place, Subscription } from './subscription.ts';

/** Products times subscribers, at 170 to 400 bytes each: what a process keeps for all watchers is bounded as well. */
const defaultMaxPlaces = 200_000;

/** Who watches what. A level that is published is encoded once and lies ready for each of its subscribers until they take it. */
export class StockBoard {
  /** By organization and product. */
  readonly #places = new Map<string, Set<Place>>();
  readonly #organizations = new Map<string, number>();
  readonly #subscriptions = new Set<Subscription>();
  readonly #maxPlaces: number;
  #placeCount = 0;

  constructor(maxPlaces = defaultMaxPlaces) {
    this.#maxPlaces = maxPlaces;
  }

  /**
   * `seen` is each product's version that the subscriber knows, 0 for none. What is published from now on lies ready for it.
   * @throws {BoardFullError}
   */
  subscribe(organizationId: string, seen: ReadonlyMap<string, number>): Subscription {
    if (this.#placeCount + seen.size > this.#maxPlaces) throw new BoardFullError(`${this.#placeCount} places are taken`);
    this.#placeCount += seen.size;
    const subscription = new Subscription(organizationId, seen);
    for (const [productId, place] of subscription.places) {
      const key = keyOf(organizationId, productId);
      const watching = this.#places.get(key) ?? new Set();
      this.#places.set(key, watching.add(place));
    }
    this.#subscriptions.add(subscription);
    this.#organizations.set(organizationId, (this.#organizations.get(organizationId) ?? 0) + 1);
    return subscription;
  }

  unsubscribe(subscription: Subscription): void {
    if (!this.#subscriptions.delete(subscription)) return;
    const { organizationId } = subscription;
    this.#placeCount -= subscription.places.size;
    for (const [productId, place] of subscription.places) {
      const key = keyOf(organizationId, productId);
      const watching = this.#places.get(key);
      watching?.delete(place);
      if (watching?.size === 0) this.#places.delete(key);
    }
    const left = (this.#organizations.get(organizationId) ?? 1) - 1;
    if (left === 0) this.#organizations.delete(organizationId);
    else this.#organizations.set(organizationId, left);
  }

  /** Levels as the feed brings them: in any order, and more than once. Older versions than a subscriber has are passed over. */
  publish(organizationId: string, levels: readonly StockLevel[]): void {
    const woken = new Set<Subscription>();
    for (const level of levels) {
      const watching = this.#places.get(keyOf(organizationId, level.productId));
      if (watching === undefined) continue;
      const encoded = encodeLevel(level);
      for (const place of watching) {
        if (place.offer(level.version, encoded)) woken.add(place.subscription);
      }
    }
    for (const subscription of woken) subscription.wake();
  }

  /** The organizations of which anything is watched: only their shards of the feed have to be read. */
  get organizationIds(): Iterable<string> {
    return this.#organizations.keys();
  }

  get subscriberCount(): number {
    return this.#subscriptions.size;
  }
}

/** Nobody else can watch here now. */
export class BoardFullError extends Error {
  override readonly name = 'BoardFullError';
}

const keyOf = (organizationId: string, productId: string) => `${organizationId}/${productId}`;

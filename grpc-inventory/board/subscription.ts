import type { StockLevel } from '../../functions/inventory/model/stock-feed.ts';
import { encodeLevel } from './stock-message.ts';

/** One product of one subscriber: the newest version it has or is about to get, and that version's message until it is taken. */
export class Place {
  readonly subscription: Subscription;
  version: number;
  encoded: Uint8Array | undefined;

  constructor(subscription: Subscription, version: number) {
    this.subscription = subscription;
    this.version = version;
  }

  /** Whether that was news. A level that was not taken yet is replaced: values in between are merged. */
  offer(version: number, encoded: Uint8Array): boolean {
    if (version <= this.version) return false;
    this.version = version;
    if (this.encoded === undefined) this.subscription.waiting.push(this);
    this.encoded = encoded;
    return true;
  }
}

/**
 * What lies ready for one subscriber: at most one level a product it watches, however long it does not take any. Memory is bounded by
 * what it asked for.
 */
export class Subscription {
  readonly organizationId: string;
  readonly places: ReadonlyMap<string, Place>;
  /** Places with something to take, the longest waiting first. */
  readonly waiting: Place[] = [];
  #wake: (() => void) | undefined;

  constructor(organizationId: string, seen: ReadonlyMap<string, number>) {
    this.organizationId = organizationId;
    this.places = new Map([...seen].map(([productId, version]) => [productId, new Place(this, version)]));
  }

  /**
   * A level as the table has it, once a product, after subscribing. A version below the one the subscriber says it has seen is sent all
   * the same: it cannot have seen it here.
   */
  offerStored(level: StockLevel, seenVersion: number): void {
    const place = this.places.get(level.productId);
    if (place === undefined) return;
    if (level.version < seenVersion && place.version === seenVersion) place.version = 0;
    if (place.offer(level.version, encodeLevel(level))) this.wake();
  }

  /** The message with the next levels, at most so many; undefined when nothing is new. */
  take(maxLevels: number): Buffer | undefined {
    if (this.waiting.length === 0) return undefined;
    const parts: Uint8Array[] = [];
    for (const place of this.waiting.splice(0, maxLevels)) {
      if (place.encoded !== undefined) parts.push(place.encoded);
      place.encoded = undefined;
    }
    return Buffer.concat(parts);
  }

  wake(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }

  /** Resolves when there is something to take. @throws the signal's reason when it is aborted first */
  async changed(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.waiting.length > 0) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const aborted = () => reject(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    this.#wake = resolve;
    try {
      await promise;
    } finally {
      signal.removeEventListener('abort', aborted);
    }
  }
}

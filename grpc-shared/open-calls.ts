import type { CallFailure } from './call-errors.ts';

/** Ends a call early, with this failure. */
export type GiveUp = (failure: CallFailure) => void;

/** The calls in flight: how many there may be, and how a draining process sees the last one end. */
export class OpenCalls {
  readonly #open = new Set<GiveUp>();
  readonly #max: number;
  #onEmpty: (() => void) | undefined;

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#open.size;
  }

  get isFull(): boolean {
    return this.#open.size >= this.#max;
  }

  add(giveUp: GiveUp): void {
    this.#open.add(giveUp);
  }

  delete(giveUp: GiveUp): void {
    if (this.#open.delete(giveUp) && this.#open.size === 0) this.#onEmpty?.();
  }

  /** Resolves when no call is open, at the latest after `timeoutMs`. */
  async empty(timeoutMs: number): Promise<void> {
    if (this.#open.size === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, timeoutMs);
    this.#onEmpty = resolve;
    await promise;
    clearTimeout(timer);
    this.#onEmpty = undefined;
  }

  /** Ends what is still open: each caller gets this failure rather than a broken connection. */
  giveUpAll(failure: CallFailure): void {
    for (const giveUp of this.#open) giveUp(failure);
  }
}

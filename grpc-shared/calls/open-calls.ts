import type { CallFailure } from './call-errors.ts';

/** Ends a call early, with this failure. */
export type GiveUp = (failure: CallFailure) => void;

/** The calls in flight: how many there may be, and what a process that ends tells those it cannot wait for. */
export class OpenCalls {
  readonly #open = new Set<GiveUp>();
  readonly #max: number;

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
    this.#open.delete(giveUp);
  }

  /** Ends what is still open: each caller gets this failure rather than a broken connection. */
  giveUpAll(failure: CallFailure): void {
    for (const giveUp of this.#open) giveUp(failure);
  }
}

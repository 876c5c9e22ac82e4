/** Ends a call early with the status of this error: see `failureOf`. */
export type GiveUp = (failure: unknown) => void;

/** The calls in flight: limits how many there are, and ends those that a process cannot wait for. */
export class OpenCalls {
  readonly #open = new Set<GiveUp>();
  readonly #max: number;

  constructor(max: number) {
    this.#max = max;
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

  /** Ends every open call: its caller gets this failure instead of a broken connection. */
  giveUpAll(failure: unknown): void {
    for (const giveUp of this.#open) giveUp(failure);
  }
}

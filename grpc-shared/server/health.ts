/**
 * Whether this process takes calls. Several may say that it must not, each under a name of its own and with its own reason; it serves
 * while nobody does. Draining is for good.
 */
export class Health {
  readonly #reasons = new Map<string, string>();
  readonly #drain = new AbortController();
  readonly #listeners = new Set<() => void>();

  /** NOT_SERVING because of `reason`, until `source` calls again without one. */
  set(source: string, reason?: string): void {
    if (this.#reasons.get(source) === reason) return;
    if (reason === undefined) this.#reasons.delete(source);
    else this.#reasons.set(source, reason);
    this.#tell();
  }

  /** From now on NOT_SERVING. Streams that would never end by themselves end now. */
  startDraining(): void {
    if (this.draining.aborted) return;
    this.#reasons.set('process', 'draining');
    this.#drain.abort();
    this.#tell();
  }

  /** Aborted when the process is about to end: a stream without an end of its own ends UNAVAILABLE, so that its caller resumes elsewhere. */
  get draining(): AbortSignal {
    return this.#drain.signal;
  }

  get isServing(): boolean {
    return this.#reasons.size === 0;
  }

  /** Why not, one line a source; empty while it serves. */
  get reasons(): string[] {
    return [...this.#reasons].map(([source, reason]) => `${source}: ${reason}`);
  }

  /** Calls `listener` at each change, until the answer is called. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

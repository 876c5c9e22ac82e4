/**
 * Entries on their way from the reader of a stream to what stores them. Only so many wait: then the reader does, and with it, by
 * HTTP/2's flow control, the sender.
 */
export class EntryInbox<Entry> {
  readonly #limit: number;
  readonly #waiting: Entry[] = [];
  #isClosed = false;
  #turn = Promise.withResolvers<void>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Resolves when there is room for another. */
  async put(entry: Entry): Promise<void> {
    this.#waiting.push(entry);
    this.#turned();
    while (this.#waiting.length >= this.#limit && !this.#isClosed) await this.#turn.promise;
  }

  /** No more entries come: what waits is still handed out. Also lets a waiting reader go. */
  close(): void {
    this.#isClosed = true;
    this.#turned();
  }

  /** What `takeFrom` takes of the waiting ones, as soon as there are any; undefined when all is done. */
  async next(takeFrom: (waiting: Entry[]) => Entry[]): Promise<Entry[] | undefined> {
    while (this.#waiting.length === 0) {
      if (this.#isClosed) return undefined;
      await this.#turn.promise;
    }
    const taken = takeFrom(this.#waiting);
    this.#turned();
    return taken;
  }

  #turned(): void {
    this.#turn.resolve();
    this.#turn = Promise.withResolvers<void>();
  }
}

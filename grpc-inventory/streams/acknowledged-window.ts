/** Numbers messages from 1 and lets only so many be under way without their acknowledgement. */
export class AcknowledgedWindow {
  readonly #size: number;
  #sent = 0;
  #received = 0;
  #turn = Promise.withResolvers<void>();

  constructor(size: number) {
    this.#size = size;
  }

  /** Everything up to this one was received. False for one that was never sent. */
  acknowledge(sequence: number): boolean {
    if (sequence > this.#sent) return false;
    this.#received = Math.max(this.#received, sequence);
    this.#turn.resolve();
    this.#turn = Promise.withResolvers<void>();
    return true;
  }

  get isOpen(): boolean {
    return this.#sent - this.#received < this.#size;
  }

  /** Resolves when another message may be sent. */
  async opened(): Promise<void> {
    while (!this.isOpen) await this.#turn.promise;
  }

  /** The number of the message that is sent now. */
  next(): number {
    this.#sent += 1;
    return this.#sent;
  }
}

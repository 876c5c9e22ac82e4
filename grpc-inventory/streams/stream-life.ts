import { status } from '@grpc/grpc-js';
import { DependencyOutError, RefusedCallError } from '../../grpc-shared/calls/call-errors.ts';
import type { Health } from '../../grpc-shared/server/health.ts';

export type StreamLifeProps = {
  /** Aborted when the caller hung up. */
  caller: AbortSignal;
  health: Health;
  /** Asks again whether the caller may be here. */
  readmit(): Promise<unknown>;
  /** With the second in which a change of rights applies, a stream ends within five seconds. */
  recheckMs?: number;
  /** For so long a stream outlives an outage of Auth: nobody is denied anything, but nobody is allowed for ever either. */
  trustMs?: number;
};

/**
 * How long a stream without an end of its own goes on: until the caller hangs up, may not be here any more, or this process is not the
 * one to ask any more. `signal` is aborted with the reason; `end` must be called when the stream has ended some other way.
 */
export class StreamLife {
  readonly #end = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #unlisten: () => void;
  readonly #props: StreamLifeProps;
  #admittedMs = performance.now();

  constructor(props: StreamLifeProps) {
    const { caller, health, recheckMs = 4000 } = props;
    this.#props = props;
    this.#timer = setInterval(() => void this.#recheck(), recheckMs).unref();
    this.#unlisten = health.onChange(() => this.#look());
    caller.addEventListener('abort', () => this.#abort(hungUp()), { once: true });
    if (caller.aborted) this.#abort(hungUp());
    this.#look();
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** Whatever still goes on for the stream ends with it. */
  end(): void {
    this.#abort(new RefusedCallError(status.CANCELLED, 'the stream has ended'));
  }

  /** NOT_SERVING, whatever the reason: another replica may see what this one does not. */
  #look(): void {
    if (this.#props.health.isServing) return;
    this.#abort(
      new RefusedCallError(status.UNAVAILABLE, 'this replica does not serve any more: go on from what you have, elsewhere'),
    );
  }

  async #recheck(): Promise<void> {
    try {
      await this.#props.readmit();
      this.#admittedMs = performance.now();
    } catch (thrown) {
      const isTrusted = performance.now() - this.#admittedMs < (this.#props.trustMs ?? 30_000);
      if (thrown instanceof DependencyOutError && isTrusted) return;
      this.#abort(thrown);
    }
  }

  #abort(reason: unknown): void {
    clearInterval(this.#timer);
    this.#unlisten();
    this.#end.abort(reason);
  }
}

const hungUp = () => new RefusedCallError(status.CANCELLED, 'the caller hung up');

import { causeText } from '../../functions/shared/faults.ts';
import { log } from '../../functions/shared/log.ts';
import type { Health } from '../server/health.ts';

const pauseMs = 250;
const readTimeoutMs = 2000;
/**
 * What is kept may be relied on for so long after the feed was read: then a change may have happened that nobody here heard of. With
 * the 250 ms for which callers keep an answer of Auth, a change of rights applies within a second.
 */
const freshMs = 750;
const blindAfterMs = 30_000;

export type FeedProps = {
  /** How health and log call it. */
  name: string;
  /**
   * Reads what is new, strongly consistent, and applies it. What was committed before the call must have been applied when the promise
   * is kept. `signal` ends a read that takes too long.
   */
  read(signal: AbortSignal): Promise<void>;
  health: Pick<Health, 'set'>;
  /** A clock that never steps back, in milliseconds. */
  nowMs?: () => number;
};

export type FollowedFeed = {
  /** The first read is over when the promise is kept, whether it succeeded or not. */
  start(): Promise<void>;
  stop(): void;
  /** One read; what it throws is logged and makes the feed less fresh, no more. */
  poll(): Promise<void>;
  /** Whether everything that was committed 750 ms ago has been applied. Cheap: asked at every call. */
  isFresh(): boolean;
};

/** Reads a feed four times a second. A process that never read it, or could not for 30 seconds, says NOT_SERVING until it can. */
export function followFeed({ name, read, health, nowMs = () => performance.now() }: FeedProps): FollowedFeed {
  let readAtMs = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let failing = false;
  health.set(name, 'not read yet');

  async function poll(): Promise<void> {
    // The age of what is known counts from before the read: what is committed while it runs may be missing.
    const startedAtMs = nowMs();
    try {
      const signal = AbortSignal.timeout(readTimeoutMs);
      await Promise.race([read(signal), aborted(signal)]);
      readAtMs = Math.max(readAtMs, startedAtMs);
      health.set(name);
      if (failing) log.info('the feed is read again', { feed: name });
      failing = false;
    } catch (thrown) {
      if (!failing) log.warn('the feed cannot be read', { feed: name, cause: causeText(thrown), ...originOf(thrown) });
      failing = true;
      if (nowMs() - readAtMs >= blindAfterMs) health.set(name, 'out of reach for 30 seconds or more');
    }
  }

  async function goOn(): Promise<void> {
    await poll();
    // The process lives by its server, not by this.
    if (!stopped) timer = setTimeout(() => void goOn(), pauseMs).unref();
  }

  return {
    start: goOn,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    poll,
    isFresh: () => nowMs() - readAtMs < freshMs,
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** What made a reader fail, when it says so. */
const originOf = (thrown: unknown) =>
  thrown instanceof Error && thrown.cause !== undefined ? { origin: causeText(thrown.cause) } : {};

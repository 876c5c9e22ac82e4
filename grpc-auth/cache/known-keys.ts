import type { KeyObject } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { keyObjectOf, type VerificationKey } from '../../functions/auth/model/tokens/verification-key.ts';

/** The list is read again each minute, in passing, and at once when the feed says that it changed. */
const rereadAfterMs = 60_000;
/** A list that could not be read again for so long vouches for nobody. */
const trustedForMs = 5 * 60_000;
/** However many ids are made up, the list is read no more often: who asks for an unknown one waits for the next reading. */
const spacingMs = 250;

export type KnownKeys = {
  /** The key, read anew if this id is not known; undefined when it is not published. */
  find(keyId: string): Promise<KeyObject | undefined>;
  /** Whether the key is published still, as far as is known. */
  isTrusted(keyId: string): boolean;
  /** Reads the list. What was published before the call is known afterwards. */
  reread(): Promise<void>;
};

/** The published keys. `listKeys` reads them all, strongly consistent; what it throws passes through, and is no refusal. */
export function knownKeys(listKeys: () => Promise<readonly VerificationKey[]>, nowMs = () => performance.now()): KnownKeys {
  let known = new Map<string, { published: VerificationKey; key?: KeyObject }>();
  let readAtMs = Number.NEGATIVE_INFINITY;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  async function read(): Promise<void> {
    triedAtMs = nowMs();
    const startedAtMs = triedAtMs;
    const published = await listKeys();
    known = new Map(published.map((key) => [key.keyId, known.get(key.keyId) ?? { published: key }]));
    readAtMs = startedAtMs;
  }

  /** Who comes while a reading runs waits for the next, since theirs may have been published in between. */
  async function readInTurn(): Promise<void> {
    await running.catch(() => {});
    const waitMs = triedAtMs + spacingMs - nowMs();
    if (waitMs > 0) await pause(waitMs);
    waiting = undefined;
    running = read();
    await running;
  }

  function reread(): Promise<void> {
    waiting ??= readInTurn();
    return waiting;
  }

  function isTrusted(keyId: string): boolean {
    return known.has(keyId) && nowMs() - readAtMs < trustedForMs;
  }

  return {
    isTrusted,
    reread,
    async find(keyId) {
      if (!isTrusted(keyId)) await reread();
      // In passing: its failure shows when the keys are trusted no more.
      else if (nowMs() - readAtMs >= rereadAfterMs) reread().catch(() => {});
      const found = known.get(keyId);
      if (found === undefined) return undefined;
      found.key ??= keyObjectOf(found.published);
      return found.key;
    },
  };
}

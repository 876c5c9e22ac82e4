import { maxTokenAgeMs } from './token.ts';
import type { VerificationKey } from './verification-key.ts';

const minuteMs = 60_000;
const rotationPeriodMs = 30 * 24 * 60 * minuteMs;
/** How long a key is published before it signs: replicas read the list each minute, and clients keep the JWKS for five. */
const publishedAheadMs = 60 * minuteMs;
/** The life of the last token that a key signed, with time to spare for a signer that was slow. */
const keptAfterMs = maxTokenAgeMs + 30 * minuteMs;

/** The key that signs at `at` (ISO 8601 UTC): the latest whose time has come. Undefined when there is none. */
export function signingKeyAt<Key extends Pick<VerificationKey, 'keyId' | 'signsFrom'>>(
  keys: readonly Key[],
  at: string,
): Key | undefined {
  return byTime(keys).findLast(({ signsFrom }) => Date.parse(signsFrom) <= Date.parse(at));
}

export type Rotation = {
  /** The key to create, if one is due: it signs from `signsFrom` on and follows the key `follows`. */
  create: { signsFrom: string; follows: string } | undefined;
  /** Keys with which no valid token was signed. */
  retire: VerificationKey[];
};

/**
 * Create, publish, switch, retire: what is due at `now` (ISO 8601 UTC). The switch needs no action, since signers choose the key
 * by the clock. Nothing is due before the first key has signed.
 */
export function rotationDue(keys: readonly VerificationKey[], now: string): Rotation {
  const nowMs = Date.parse(now);
  const signing = signingKeyAt(keys, now);
  if (signing === undefined) return { create: undefined, retire: [] };
  const hasSuccessor = keys.some(({ signsFrom }) => Date.parse(signsFrom) > nowMs);
  const isDue = !hasSuccessor && Date.parse(signing.signsFrom) + rotationPeriodMs <= nowMs;
  const ordered = byTime(keys);
  return {
    create: isDue ? { signsFrom: new Date(nowMs + publishedAheadMs).toISOString(), follows: signing.keyId } : undefined,
    retire: ordered.filter((_, index) => {
      const successor = ordered[index + 1];
      return successor !== undefined && Date.parse(successor.signsFrom) + keptAfterMs <= nowMs;
    }),
  };
}

const byTime = <Key extends Pick<VerificationKey, 'keyId' | 'signsFrom'>>(keys: readonly Key[]): Key[] =>
  [...keys].sort((one, other) => Date.parse(one.signsFrom) - Date.parse(other.signsFrom) || (one.keyId < other.keyId ? -1 : 1));

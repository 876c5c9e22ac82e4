import { tokenRemembranceMs } from './token.ts';
import type { VerificationKey } from './verification-key.ts';

const minuteMs = 60_000;
const rotationPeriodMs = 30 * 24 * 60 * minuteMs;
/** Published so long before it signs: replicas read the list each minute, and clients of the JWKS keep it for five. */
const publishedAheadMs = 60 * minuteMs;
/** A token that was signed at the very end, shown at the very end, with time to spare for whoever was slow to sign. */
const keptAfterMs = tokenRemembranceMs + 30 * minuteMs;

/** The key whose turn it is: the latest that may sign at `at` (ISO 8601 UTC); undefined when there is none. */
export function signingKeyAt<Key extends Pick<VerificationKey, 'keyId' | 'signsFrom'>>(
  keys: readonly Key[],
  at: string,
): Key | undefined {
  return inTurn(keys).findLast(({ signsFrom }) => Date.parse(signsFrom) <= Date.parse(at));
}

export type Rotation = {
  /** A new key is due. It signs from `signsFrom`, and follows the key `follows`. */
  create: { signsFrom: string; follows: string } | undefined;
  /** No token that is in force was signed with these. */
  retire: VerificationKey[];
};

/**
 * Create, publish, switch, retire: what is due at `now` (ISO 8601 UTC). The switch is a time, not a deed: whoever signs picks the key
 * by the clock. Nothing is due before the first key signed.
 */
export function rotationDue(keys: readonly VerificationKey[], now: string): Rotation {
  const nowMs = Date.parse(now);
  const signing = signingKeyAt(keys, now);
  if (signing === undefined) return { create: undefined, retire: [] };
  const hasSuccessor = keys.some(({ signsFrom }) => Date.parse(signsFrom) > nowMs);
  const isDue = !hasSuccessor && Date.parse(signing.signsFrom) + rotationPeriodMs <= nowMs;
  const ordered = inTurn(keys);
  return {
    create: isDue ? { signsFrom: new Date(nowMs + publishedAheadMs).toISOString(), follows: signing.keyId } : undefined,
    retire: ordered.filter((_, index) => {
      const successor = ordered[index + 1];
      return successor !== undefined && Date.parse(successor.signsFrom) + keptAfterMs <= nowMs;
    }),
  };
}

const inTurn = <Key extends Pick<VerificationKey, 'keyId' | 'signsFrom'>>(keys: readonly Key[]): Key[] =>
  [...keys].sort((one, other) => Date.parse(one.signsFrom) - Date.parse(other.signsFrom) || (one.keyId < other.keyId ? -1 : 1));

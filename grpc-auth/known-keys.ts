import { webcrypto } from 'node:crypto';
import type { FindKey } from '../functions/auth/token.ts';
import { publicJwk, type VerificationKey } from '../functions/auth/verification-key.ts';

/** A key that is taken out of the table is refused after this. */
const rereadAfterMs = 5 * 60_000;
/** An id that named no key is not looked up again sooner: keys are published before they sign, so it is not about to appear. */
const cooldownMs = 10_000;
const maxKnown = 1000;

/**
 * The published keys, each read once and kept for five minutes. Made-up ids cost at most one read each and cannot crowd out the
 * memory; they never delay a key that has just been published, since the cooldown is per id.
 */
export function knownKeys(
  findKey: (keyId: string) => Promise<VerificationKey | undefined>,
  nowMs: () => number = Date.now,
): FindKey {
  const known = new Map<string, { key: webcrypto.CryptoKey | undefined; untilMs: number }>();
  return async (keyId) => {
    const kept = known.get(keyId);
    if (kept && kept.untilMs > nowMs()) return kept.key;
    const found = await findKey(keyId);
    const key = found && (await imported(found));
    known.delete(keyId);
    known.set(keyId, { key, untilMs: nowMs() + (key ? rereadAfterMs : cooldownMs) });
    if (known.size > maxKnown) forgetOldest(known);
    return key;
  };
}

const imported = (key: VerificationKey) =>
  webcrypto.subtle.importKey('jwk', publicJwk(key), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);

function forgetOldest(known: Map<string, unknown>): void {
  for (const oldest of known.keys()) {
    known.delete(oldest);
    return;
  }
}

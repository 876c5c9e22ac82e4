import type { CryptoKey } from 'jose';
import { generateKey, unwrapKey } from './kms-client.ts';
import { findKey, type Person, putKey, putTombstone } from './person-key-table.ts';

/** The data key of a person, or that the person was erased and has none any more. */
export type PersonKey = CryptoKey | 'erased';

/** A key is kept for so long: an erasure takes effect everywhere within this time. */
export const keptMs = 5 * 60_000;
/** The key that was read first makes room. */
export const maxKept = 1000;

type Kept = { readAtMs: number; key: Promise<PersonKey> };
const kept = new Map<string, Kept>();

/** No key was ever made for the person. What was sealed for them is sealed with a key that got lost. */
export class KeyMissingError extends Error {
  override readonly name = 'KeyMissingError';
}

/** Names the key of a person in a JWE. */
export const keyIdOf = ({ organizationId, personId }: Person) => `${organizationId}.${personId}`;

/** The key to seal with. It is made on first use. */
export const keyToSeal = (person: Person): Promise<PersonKey> => keptKey(person, readOrMakeKey);

/**
 * The key to open with.
 * @throws {KeyMissingError} when the person neither has a key nor was erased: this is a fault, not an erasure
 */
export const keyToOpen = (person: Person): Promise<PersonKey> => keptKey(person, readKey);

/** Makes everything unreadable that was sealed for the person, wherever it is. Other processes keep the key for up to five minutes. */
export async function erasePersonKey(person: Person, erasedAt: string): Promise<void> {
  await putTombstone(person, erasedAt);
  kept.delete(keyIdOf(person));
}

/** Forgets every key, as a process does that starts. */
export const forgetKeys = () => kept.clear();

function keptKey(person: Person, read: (person: Person) => Promise<PersonKey>): Promise<PersonKey> {
  const id = keyIdOf(person);
  const nowMs = Date.now();
  const known = kept.get(id);
  if (known !== undefined && nowMs - known.readAtMs < keptMs) return known.key;
  kept.delete(id);
  const oldest = kept.size >= maxKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  const entry: Kept = { readAtMs: nowMs, key: read(person) };
  kept.set(id, entry);
  entry.key.catch(() => {
    if (kept.get(id) === entry) kept.delete(id);
  });
  return entry.key;
}

async function readKey(person: Person): Promise<PersonKey> {
  const stored = await findKey(person);
  if (stored.state === 'none') throw new KeyMissingError(`person ${keyIdOf(person)} has no key`);
  return stored.state === 'erased' ? 'erased' : imported(await unwrapKey(stored.wrapped, person));
}

async function readOrMakeKey(person: Person): Promise<PersonKey> {
  const stored = await findKey(person);
  if (stored.state === 'erased') return 'erased';
  if (stored.state === 'usable') return imported(await unwrapKey(stored.wrapped, person));
  const { key, wrapped } = await generateKey(person);
  // Another process was faster, or our own write was stored although its answer got lost: what is stored counts.
  return (await putKey(person, wrapped, new Date().toISOString())) ? imported(key) : readKey(person);
}

const imported = (key: Uint8Array): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

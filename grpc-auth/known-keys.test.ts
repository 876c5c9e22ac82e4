import { describe, expect, it } from 'vitest';
import { ephemeralKey } from '../functions/auth/ephemeral-key.ts';
import type { VerificationKey } from '../functions/auth/verification-key.ts';
import { knownKeys } from './known-keys.ts';

const { published } = await ephemeralKey();

function table(...keys: VerificationKey[]) {
  const reads: string[] = [];
  const stored = new Map(keys.map((key) => [key.keyId, key]));
  const clock = { ms: 0 };
  const find = knownKeys(
    async (keyId) => {
      reads.push(keyId);
      return stored.get(keyId);
    },
    () => clock.ms,
  );
  return { reads, stored, clock, find };
}

describe('knownKeys', () => {
  it('reads a key once', async () => {
    const { find, reads } = table(published);
    const first = await find(published.keyId);
    expect(first?.type).toBe('public');
    expect(await find(published.keyId)).toBe(first);
    expect(reads).toHaveLength(1);
  });

  it('forgets a key that was taken out of the table, within five minutes', async () => {
    const { find, stored, clock } = table(published);
    await find(published.keyId);
    stored.clear();
    clock.ms = 5 * 60_000;
    expect(await find(published.keyId)).toBeUndefined();
  });

  it('reads an unknown id again only after a cooldown', async () => {
    const { find, reads, clock } = table();
    for (let index = 0; index < 50; index++) expect(await find('made-up')).toBeUndefined();
    expect(reads).toHaveLength(1);
    clock.ms = 10_000;
    await find('made-up');
    expect(reads).toHaveLength(2);
  });

  it('finds a key published a moment ago, whatever made-up ids were asked for before', async () => {
    const { find, stored } = table();
    for (let index = 0; index < 50; index++) await find(`made-up-${index}`);
    stored.set(published.keyId, published);
    expect(await find(published.keyId)).toBeDefined();
  });

  it('keeps only so many ids', async () => {
    const { find, reads } = table();
    for (let index = 0; index <= 1000; index++) await find(`made-up-${index}`);
    await find('made-up-1000');
    expect(reads).toHaveLength(1001);
    await find('made-up-0');
    expect(reads).toHaveLength(1002);
  });

  it('passes a fault on and keeps nothing of it', async () => {
    let out = true;
    const find = knownKeys(async () => {
      if (out) throw new Error('the table is out of reach');
      return published;
    });
    await expect(find(published.keyId)).rejects.toThrow('out of reach');
    out = false;
    expect(await find(published.keyId)).toBeDefined();
  });
});

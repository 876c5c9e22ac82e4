import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { VerificationKey } from '../../functions/auth/model/tokens/verification-key.ts';
import { ephemeralKey } from '../../tests/kit/ephemeral-key.ts';
import { knownKeys } from './known-keys.ts';

const { published } = await ephemeralKey();
const { published: other } = await ephemeralKey();

function table(...keys: VerificationKey[]) {
  const state = { reads: 0, stored: keys, out: false };
  const clock = { ms: 0 };
  const known = knownKeys(
    async () => {
      state.reads++;
      if (state.out) throw new Error('the table is out of reach');
      return state.stored;
    },
    () => clock.ms + performance.now(),
  );
  return { state, clock, known };
}

describe('knownKeys', () => {
  it('reads the list once', async () => {
    const { known, state } = table(published, other);
    const first = await known.find(published.keyId);
    expect(first?.type).toBe('public');
    expect(await known.find(published.keyId)).toBe(first);
    expect(await known.find(other.keyId)).toBeDefined();
    expect(state.reads).toBe(1);
  });

  it('reads it again each minute, in passing, and keeps the keys that stayed', async () => {
    const { known, state, clock } = table(published);
    const first = await known.find(published.keyId);
    state.stored = [published, other];
    clock.ms = 60_000;
    expect(await known.find(published.keyId)).toBe(first);
    await pause(20);
    expect(state.reads).toBe(2);
    expect(known.isTrusted(other.keyId)).toBe(true);
  });

  it('trusts no key that was taken back, as soon as it is told to read the list', async () => {
    const { known, state } = table(published);
    await known.find(published.keyId);
    state.stored = [];
    await known.reread();
    expect(known.isTrusted(published.keyId)).toBe(false);
    expect(await known.find(published.keyId)).toBeUndefined();
  });

  it('trusts no key when the list could not be read for five minutes: that is an outage, no refusal', async () => {
    const { known, state, clock } = table(published);
    await known.find(published.keyId);
    state.out = true;
    clock.ms = 4 * 60_000;
    expect(await known.find(published.keyId)).toBeDefined();
    clock.ms = 5 * 60_000;
    expect(known.isTrusted(published.keyId)).toBe(false);
    await expect(known.find(published.keyId)).rejects.toThrow('out of reach');
    state.out = false;
    expect(await known.find(published.keyId)).toBeDefined();
  });

  it('does not hammer the table for made-up ids, nor for a table that is out of reach', async () => {
    const { known, state } = table(published);
    await known.find(published.keyId);
    const startedAt = performance.now();
    const madeUp = Array.from({ length: 1000 }, (_, index) => known.find(`made-up-${index}`));
    expect(await Promise.all(madeUp)).toEqual(madeUp.map(() => undefined));
    state.out = true;
    await Promise.allSettled(Array.from({ length: 1000 }, (_, index) => known.find(`other-${index}`)));
    const quarters = (performance.now() - startedAt) / 250;
    expect(state.reads).toBeLessThanOrEqual(2 + quarters);
    expect(state.reads).toBe(3);
  });

  it('finds a key that was published a moment ago, while others ask for made-up ones', async () => {
    const { known, state } = table();
    const flood = Promise.all(Array.from({ length: 50 }, (_, index) => known.find(`made-up-${index}`)));
    await pause(5);
    state.stored = [published];
    expect(await known.find(published.keyId)).toBeDefined();
    expect((await flood).every((found) => found === undefined)).toBe(true);
  });
});

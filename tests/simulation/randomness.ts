import { vi } from 'vitest';

/** mulberry32 */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return (h ^ (h >>> 15)) >>> 0;
}

let draw = randomOf(1);

/** Takes chance and the clock out of the process: ids and times are the same in every run, and nobody pauses before a retry. */
export function takeChanceOut(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T10:00:00.000Z') });
  vi.spyOn(Math, 'random').mockReturnValue(0);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    if (array instanceof Uint8Array) for (let i = 0; i < array.length; i++) array[i] = draw() * 256;
    return array;
  });
}

/** Begins anew with ids and times. */
export function restartChance(at: number): void {
  draw = randomOf(1);
  vi.setSystemTime(at);
}

export const advanceClock = (ms: number) => vi.setSystemTime(Date.now() + ms);

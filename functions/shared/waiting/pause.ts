import { setTimeout } from 'node:timers/promises';

/** Full jitter on an exponential back-off: up to 25 ms, 50 ms, 100 ms … and never over 400 ms. */
export function jitteredPause(tries: number): Promise<void> {
  return setTimeout(Math.random() * Math.min(25 * 2 ** (tries - 1), 400));
}

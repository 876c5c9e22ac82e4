import type { Budget } from './world.ts';

/** `must` happens some time, `may` or may not; the others cost what the budget allows. */
export type Action = { kind: 'must' | 'may' | keyof Budget; label: string; run: () => unknown };

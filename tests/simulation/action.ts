import type { Budget } from './world.ts';

export type Action = {
  /** `must` happens some time, `may` or may not; the others cost what the budget allows. */
  kind: 'must' | 'may' | keyof Budget;
  label: string;
  run: () => Promise<unknown> | unknown;
  /** Runs it so that right before its transaction something else happens; for what reads, decides and commits. */
  overtaken?: (by: () => Promise<unknown>) => Promise<unknown>;
  /** Whose action it is: nobody overtakes itself. */
  actor: string;
};

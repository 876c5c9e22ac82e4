import type { Cause } from '../cause.ts';
import { type Committed, commit, decideAndCommit } from './commit.ts';
import type { HandledEvent } from './handled-marker.ts';
import type { Effects } from './write.ts';

/** For handlers with effects outside their table, which decide by themselves when to commit. */
export type Commits = {
  /** Tries once and returns how it ended. */
  now(effects: Effects): Promise<Committed>;
  /**
   * Runs `decide` and commits what it returns; runs it again when another writer got in between.
   * @throws {ContendedError} when other writers were first every time
   */
  decided<Result>(decide: () => Promise<{ result: Result } & Effects>): Promise<Result>;
};

/** Commits with this cause, and with the marker of the event at hand if there is one. */
export function commitsOf(cause: Cause, handled?: HandledEvent): Commits {
  const commitOf = (effects: Effects) => ({ ...effects, cause: { ...cause, ...effects.cause }, ...(handled && { handled }) });
  return {
    now: (effects) => commit(commitOf(effects)),
    async decided(decide) {
      const { result } = await decideAndCommit(async () => {
        const { result, ...effects } = await decide();
        return { result, ...(hasEffects(effects) && { commit: commitOf(effects) }) };
      });
      return result;
    },
  };
}

/** Whether there is anything to store. */
export const hasEffects = ({ writes = [], publish = [] }: Effects) => writes.length > 0 || publish.length > 0;

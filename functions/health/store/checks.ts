import type { Dependency } from '../../../generated/rest/types.ts';
import { causeText } from '../../shared/faults.ts';
import { log } from '../../shared/log.ts';
import { inTime } from '../../shared/waiting/in-time.ts';

/** One question to one dependency. It throws when the dependency does not work, whatever the reason. */
export type Check = Pick<Dependency, 'kind' | 'name'> & { ask(): Promise<unknown> };

const limitMs = 2000;

/**
 * Asks every dependency at the same time, each with its own time limit, so that one that hangs delays nobody. Why one is down is
 * logged and not returned: it may name hosts and accounts.
 */
export const checked = (checks: readonly Check[], withinMs = limitMs): Promise<Dependency[]> =>
  Promise.all(
    checks.map(async ({ kind, name, ask }) => {
      try {
        await inTime(ask(), withinMs, `answer of the ${kind} ${name}`);
        return { kind, name, status: 'ok' as const };
      } catch (thrown) {
        log.warn('dependency down', { kind, dependency: name, cause: causeText(thrown) });
        return { kind, name, status: 'down' as const };
      }
    }),
  );

import type { Health } from '../../../generated/rest/types.ts';
import { healthOf } from '../model/health.ts';
import { type Check, checked } from './checks.ts';

export const keptSeconds = 5;

/** The health of a moment ago: callers within five seconds share one check, so that a monitor in a hurry burdens nobody. */
export function currentHealth(checksOf: () => Promise<readonly Check[]>): (at: string) => Promise<Health> {
  let latest: { startedAtMs: number; health: Promise<Health> } | undefined;
  return (at) => {
    const nowMs = Date.parse(at);
    if (latest === undefined || nowMs - latest.startedAtMs >= keptSeconds * 1000) {
      const health = checksOf()
        .then((checks) => checked(checks))
        .then((dependencies) => healthOf(dependencies, at));
      const started = { startedAtMs: nowMs, health };
      latest = started;
      // A check that could not even start is not kept.
      health.catch(() => {
        if (latest === started) latest = undefined;
      });
    }
    return latest.health;
  };
}

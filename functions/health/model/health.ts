import type { Dependency, Health } from '../../../generated/rest/types.ts';

/** Without its table a domain answers nothing. Everything else can be out for a while: events and sagas wait, and Auth has a twin. */
const isVital = ({ kind }: Dependency) => kind === 'table';

/** What the state of the dependencies means for the whole. `checkedAt` is ISO 8601 UTC. */
export function healthOf(dependencies: readonly Dependency[], checkedAt: string): Health {
  const down = dependencies.filter(({ status }) => status === 'down');
  const status = down.some(isVital) ? 'down' : down.length > 0 ? 'degraded' : 'ok';
  return { status, checkedAt, dependencies: [...dependencies] };
}

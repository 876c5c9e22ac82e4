import { ok, problem } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { currentHealth, keptSeconds } from '../store/current-health.ts';
import { dependencyChecks } from '../store/dependencies.ts';

const health = currentHealth(dependencyChecks);
const cached = { 'Cache-Control': `public, max-age=${keptSeconds}` };

/** Whether each dependency works. Only the loss of a table is 503, since a monitor that sees 503 takes the whole market for lost. */
export const getHealth = route('GET /health', async ({ receivedAt }) => {
  const { status, checkedAt, dependencies } = await health(receivedAt);
  if (status !== 'down') return ok({ status, checkedAt, dependencies }, cached);
  return problem('dependency-unavailable', {
    detail: 'the market does not work without what is down',
    errors: dependencies
      .filter((dependency) => dependency.status === 'down')
      .map(({ kind, name }) => ({ path: `/${kind}/${name}`, message: 'is down' })),
    headers: { ...cached, 'Retry-After': String(keptSeconds) },
  });
});

import { environment } from '../../../shared/environment.ts';

/** When API Gateway knows a key everywhere that it was given at `at`, ISO 8601 UTC. Before, it might refuse the key as unknown. */
export const readyAfter = (at: string): string =>
  new Date(Date.parse(at) + 1000 * Number(environment('METER_SETTLE_SECONDS'))).toISOString();

import { causeText } from '../functions/shared/faults.ts';
import { log } from '../functions/shared/log.ts';
import { Health } from './health.ts';
import type { GrpcService } from './observed-service.ts';
import { startGrpcServer } from './server.ts';
import { serviceSettings } from './settings.ts';

/** Below the 25 seconds in which the process must be gone. */
const drainTimeoutMs = 20_000;

/**
 * The main function of a long-running gRPC service: starts what `servicesOf` makes as the environment says, drains on SIGTERM and
 * exits 0. `servicesOf` starts what the services need (feeds, keys) and tells `health` when they may not be asked.
 */
export async function runGrpcServices(
  servicesOf: (health: Health) => readonly GrpcService[] | Promise<readonly GrpcService[]>,
): Promise<void> {
  try {
    const settings = serviceSettings();
    const health = new Health();
    const server = await startGrpcServer({ ...settings, health, services: await servicesOf(health) });
    log.info('listening', { host: settings.host, port: server.port });
    let draining = false;
    const stop = (signal: string) => {
      if (draining) return;
      draining = true;
      log.info('draining', { signal });
      void server.drain(drainTimeoutMs).then(() => {
        log.info('drained');
        process.exit(0);
      });
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (thrown) {
    log.error('cannot start', { cause: causeText(thrown) });
    process.exitCode = 1;
  }
}

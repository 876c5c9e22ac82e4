import { causeText } from '../../functions/shared/faults.ts';
import { log } from '../../functions/shared/log.ts';
import { callRegistry } from '../calls/call-metrics.ts';
import type { GrpcService } from '../calls/grpc-service.ts';
import { Health } from './health.ts';
import { type GrpcServer, startGrpcServer } from './server.ts';
import { serviceSettings } from './settings.ts';
import { openSidePort } from './side-port.ts';

/** Below the 25 seconds in which the process must be gone. */
const drainTimeoutMs = 20_000;

type ServicesOf = (health: Health) => readonly GrpcService[] | Promise<readonly GrpcService[]>;

/**
 * The main function of a long-running gRPC service: serves what `servicesOf` makes, with the settings of the environment, until SIGTERM;
 * then drains and exits 0. `servicesOf` starts what the services need (feeds, keys) and tells `health` when they may not be called.
 */
export async function runGrpcServices(servicesOf: ServicesOf): Promise<void> {
  try {
    const { httpPort, ...settings } = serviceSettings();
    const health = new Health();
    const server = await startGrpcServer({ ...settings, health, services: await servicesOf(health) });
    const side =
      httpPort !== undefined &&
      (await openSidePort({
        host: settings.host,
        port: httpPort,
        metrics: () => callRegistry.metrics(),
        notServing: () => health.reasons,
      }));
    log.info('listening', { port: server.port, ...(side && { httpPort: side.port }) });
    drainOnSignal(server);
  } catch (thrown) {
    log.error('cannot start', { cause: causeText(thrown) });
    process.exit(1);
  }
}

function drainOnSignal(server: GrpcServer): void {
  let isDraining = false;
  const drain = (signal: string) => {
    if (isDraining) return;
    isDraining = true;
    log.info('draining', { signal });
    void server.drain(drainTimeoutMs).then(() => {
      log.info('drained');
      process.exit(0);
    });
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
}

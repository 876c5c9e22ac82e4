import cluster from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import { causeText } from '../../functions/shared/faults.ts';
import { log } from '../../functions/shared/log.ts';
import { callRegistry } from '../calls/call-metrics.ts';
import type { GrpcService } from '../calls/observed-service.ts';
import { Health } from './health.ts';
import { reportToParent } from './process-report.ts';
import { startProcesses } from './processes.ts';
import { startGrpcServer } from './server.ts';
import { type ServiceSettings, serviceSettings } from './settings.ts';
import { openSidePort } from './side-port.ts';

/** Below the 25 seconds in which the service must be gone: its calls have the first, its processes the second. */
const drainTimeoutMs = 20_000;
const endTimeoutMs = 23_000;

type ServicesOf = (health: Health) => readonly GrpcService[] | Promise<readonly GrpcService[]>;
/** Whatever the process has opened: what to say that it listens, and how it is closed. */
type Running = { ports: Record<string, number>; drain(): Promise<boolean> };

/**
 * The main function of a long-running gRPC service: serves what `servicesOf` makes, as the environment says, with as many processes as
 * are asked for; drains on SIGTERM and exits 0. `servicesOf` is called in each process, starts what the services need (feeds, keys) and
 * tells `health` when they may not be asked.
 */
export async function runGrpcServices(servicesOf: ServicesOf): Promise<void> {
  try {
    const settings = serviceSettings();
    endOnSignal(
      cluster.isWorker
        ? await oneOfMany(settings, servicesOf)
        : settings.processes > 1
          ? await many(settings)
          : await alone(settings, servicesOf),
    );
  } catch (thrown) {
    log.error('cannot start', { cause: causeText(thrown) });
    process.exit(1);
  }
}

async function alone(settings: ServiceSettings, servicesOf: ServicesOf): Promise<Running> {
  const health = new Health();
  const server = await startGrpcServer({ ...settings, health, services: await servicesOf(health) });
  const side = await sidePort(settings, { metrics: () => callRegistry.metrics(), notServing: () => health.reasons });
  return { ports: { port: server.port, ...side }, drain: () => server.drain(drainTimeoutMs).then(() => true) };
}

async function many(settings: ServiceSettings): Promise<Running> {
  const processes = await startProcesses(settings.processes, () => process.exit(1));
  const side = await sidePort(settings, processes);
  return { ports: { port: processes.port, ...side }, drain: () => processes.drain(endTimeoutMs) };
}

async function oneOfMany(settings: ServiceSettings, servicesOf: ServicesOf): Promise<Running> {
  const health = new Health();
  // Answers when the first process asks for the metrics.
  AggregatorRegistry.setRegistries([callRegistry]);
  new AggregatorRegistry();
  const server = await startGrpcServer({ ...settings, health, services: await servicesOf(health) });
  reportToParent(health, server.port);
  return { ports: { port: server.port }, drain: () => server.drain(drainTimeoutMs).then(() => true) };
}

async function sidePort(
  { host, httpPort }: ServiceSettings,
  about: { metrics(): Promise<string>; notServing(): readonly string[] },
): Promise<Record<string, number>> {
  if (httpPort === undefined) return {};
  const { port } = await openSidePort({ ...about, host, port: httpPort });
  return { httpPort: port };
}

function endOnSignal({ ports, drain }: Running): void {
  // One line a service: the processes of one that has many are its own affair.
  if (!cluster.isWorker) log.info('listening', ports);
  let isDraining = false;
  const stop = (cause: string) => {
    if (isDraining) return;
    isDraining = true;
    log.info('draining', { cause });
    void drain().then((wentWell) => {
      log.info('drained');
      process.exit(wentWell ? 0 : 1);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Who started us is gone, and takes no more connections for us.
  if (cluster.isWorker) process.on('disconnect', () => stop('disconnect'));
}

import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry } from 'prom-client';
import { log } from '../../functions/shared/log.ts';
import { isProcessReport, type ProcessReport, reportEveryMs } from './process-report.ts';

/** A process that has said nothing for so long does not serve, whatever it said last. */
const silentAfterMs = 5 * reportEveryMs;
const maxDeaths = 5;
const deathsWithinMs = 60_000;

export type Processes = {
  port: number;
  /** Why the service takes no calls; empty while every process does. */
  notServing(): string[];
  /** Of all processes together. */
  metrics(): Promise<string>;
  /** Has each end its calls; resolves when all are gone, at the latest after `timeoutMs`: with whether they went by themselves. */
  drain(timeoutMs: number): Promise<boolean>;
};

type Heard = { report: ProcessReport; atMs: number };

/**
 * Starts this very program in `count` more processes that share the port: each takes the next connection. One that dies is replaced;
 * when they keep dying, `onGivingUp` is called. Resolves when all serve or have said why not.
 */
export async function startProcesses(count: number, onGivingUp: (cause: string) => void): Promise<Processes> {
  const heard = new Map<Worker, Heard | undefined>();
  const aggregator = new AggregatorRegistry();
  const deaths: number[] = [];
  const { promise: allHeard, resolve, reject } = Promise.withResolvers<ProcessReport>();
  let isDraining = false;
  let onAllGone = () => {};
  let wentWell = true;

  const fork = () => heard.set(cluster.fork(), undefined);
  cluster.on('message', (worker, message: unknown) => {
    if (!isProcessReport(message) || !heard.has(worker)) return;
    heard.set(worker, { report: message, atMs: Date.now() });
    if ([...heard.values()].every((said) => said !== undefined)) resolve(message);
  });
  cluster.on('exit', (worker, code, signal) => {
    heard.delete(worker);
    if (isDraining) {
      wentWell &&= code === 0;
      if (heard.size === 0) onAllGone();
      return;
    }
    log.error('process died', { pid: worker.process.pid, code, signal });
    const now = Date.now();
    deaths.push(now);
    if (deaths.filter((at) => at > now - deathsWithinMs).length >= maxDeaths) {
      const cause = `${maxDeaths} processes died within a minute`;
      reject(new Error(cause));
      onGivingUp(cause);
    } else fork();
  });
  for (let index = 0; index < count; index++) fork();

  const { port } = await allHeard;
  return {
    port,
    notServing: () => (isDraining ? ['process: draining'] : [...heard.values()].flatMap(reasonsOf)),
    metrics: () => aggregator.clusterMetrics(),
    async drain(timeoutMs) {
      isDraining = true;
      const { promise: allGone, resolve: gone } = Promise.withResolvers<void>();
      onAllGone = gone;
      if (heard.size === 0) gone();
      const late = setTimeout(() => {
        wentWell = false;
        for (const worker of heard.keys()) worker.process.kill('SIGKILL');
      }, timeoutMs);
      for (const worker of heard.keys()) worker.process.kill('SIGTERM');
      await allGone;
      clearTimeout(late);
      return wentWell;
    },
  };
}

function reasonsOf(said: Heard | undefined): string[] {
  if (said === undefined) return ['process: starting'];
  return Date.now() - said.atMs > silentAfterMs ? ['process: silent'] : said.report.notServing;
}

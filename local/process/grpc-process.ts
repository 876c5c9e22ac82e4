import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GrpcServiceName } from '../../infra/grpc-addresses.ts';
import type { CertificateFiles, GrpcCertificates } from '../deploy/grpc-certificates.ts';
import { endOfLog } from './command.ts';
import { type ProcessGroup, startProcessGroup } from './process-group.ts';
import { type Supervision, supervise } from './supervise.ts';

const startTimeoutMs = 15_000;
/** The services finish what is in flight for up to 25 seconds. */
const stopGraceMs = 25_000;

/** A gRPC service that can be started and stopped any number of times, always on the same ports and with the same certificates. */
export type GrpcProcess = {
  /**
   * Starts it, or restarts it with another bundle or environment; both are kept for later starts. Resolves when its health check says
   * SERVING. From then on it is restarted when it ends by itself.
   */
  start(changes?: { file?: string; env?: Record<string, string> }): Promise<void>;
  /** Lets it finish what is in flight, and resolves when its process has ended. */
  stop(): Promise<void>;
  /** Undefined while it is stopped. */
  pid(): number | undefined;
};

export type GrpcProcessOptions = {
  service: GrpcServiceName;
  port: number;
  /** Of its `/metrics` and `/health/grpc`. */
  httpPort: number;
  /** Where it runs and logs, as `grpc-<service>.log`. */
  folder: string;
  certificates: GrpcCertificates;
  /** Tells the developer that it ended and runs again. */
  say(line: string): void;
  /** Called when it ends too often to be restarted. */
  giveUp(error: Error): void;
};

export function grpcProcess(options: GrpcProcessOptions): GrpcProcess {
  const { service, folder, say, giveUp } = options;
  const logFile = join(folder, `grpc-${service}.log`);
  let program = { file: '', env: {} };
  let supervision: Supervision | undefined;

  async function stop(): Promise<void> {
    const running = supervision;
    supervision = undefined;
    await running?.end();
    await running?.current().stop(stopGraceMs);
  }
  return {
    async start(changes = {}) {
      await stop();
      program = { ...program, ...changes };
      const start = (signal?: AbortSignal) => startService({ ...options, ...program, logFile, signal });
      supervision = supervise(await start(), {
        name: `gRPC ${service}`,
        logFile,
        lost: 'calls in flight are cut off, nothing stored is lost',
        restart: start,
        say,
        giveUp,
      });
    },
    stop,
    pid: () => supervision?.current().pid,
  };
}

type Program = { file: string; env: Record<string, string>; logFile: string; signal: AbortSignal | undefined };

async function startService(options: GrpcProcessOptions & Program): Promise<ProcessGroup> {
  const { service, file, port, httpPort, folder, certificates, env, logFile, signal } = options;
  const group = startProcessGroup({
    command: execPath,
    // The same small young generation as in the image: most of what a call allocates is garbage after it.
    args: ['--max-semi-space-size=2', '--import', join(import.meta.dirname, 'end-with-parent.mjs'), file],
    env: {
      ...env,
      POWERTOOLS_SERVICE_NAME: `grpc-${service}`,
      GRPC_HOST: '127.0.0.1',
      GRPC_PORT: String(port),
      GRPC_HTTP_PORT: String(httpPort),
      ...tlsSettings('GRPC_TLS', certificates[service]),
    },
    cwd: folder,
    logFile,
  });
  if (await isServing(httpPort, group, signal)) return group;
  await group.stop(0);
  throw new Error(`gRPC ${service} does not start on port ${port}. Its log ends:\n${endOfLog(logFile)}`);
}

/** The settings by which one side of a connection finds its certificates. */
export const tlsSettings = (prefix: 'GRPC_TLS' | 'AUTH_TLS', { certificate, key, authority }: CertificateFiles) => ({
  [prefix]: 'mutual',
  [`${prefix}_CERT_FILE`]: certificate,
  [`${prefix}_KEY_FILE`]: key,
  [`${prefix}_CA_FILE`]: authority,
});

/** Asks its health check over HTTP, as the load balancer does on AWS. */
async function isServing(httpPort: number, group: ProcessGroup, signal?: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs;
  while (group.running() && !signal?.aborted && Date.now() < deadline) {
    const health = await fetch(`http://127.0.0.1:${httpPort}/health/grpc`).catch(() => undefined);
    if (health?.ok) return true;
    await sleep(50);
  }
  return false;
}

import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials } from '@grpc/grpc-js';
import { HealthCheckResponse_ServingStatus, HealthClient } from '../generated/grpc/grpc/health/v1/health.ts';
import { endOfLog } from './command.ts';
import { type ProcessGroup, startProcessGroup } from './process-group.ts';

const startTimeoutMs = 15_000;
/** The service drains for up to 20 seconds. */
const stopGraceMs = 22_000;

/** A gRPC Auth service that can be started and stopped again and again, always on its port. */
export type GrpcAuth = {
  /** Resolves when its health service says SERVING. Takes another bundle than the deployed one, if given; what ran before is stopped. */
  start(file?: string): Promise<void>;
  /** Lets it drain, and resolves when its process is gone. */
  stop(): Promise<void>;
};

export type GrpcAuthOptions = { file: string; port: number; folder: string; env: Record<string, string> };

/** The bundled service as a process of its own; not started yet. */
export function grpcAuth(options: GrpcAuthOptions): GrpcAuth {
  let group: ProcessGroup | undefined;
  const stop = async () => {
    await group?.stop(stopGraceMs);
    group = undefined;
  };
  return {
    async start(file = options.file) {
      await stop();
      group = await startService({ ...options, file });
    },
    stop,
  };
}

async function startService({ file, port, folder, env }: GrpcAuthOptions): Promise<ProcessGroup> {
  const logFile = join(folder, 'grpc-auth.log');
  const group = startProcessGroup({
    command: execPath,
    args: ['--import', join(import.meta.dirname, 'end-with-parent.mjs'), file],
    env: { ...env, AUTH_GRPC_HOST: '127.0.0.1', AUTH_GRPC_PORT: String(port) },
    cwd: folder,
    logFile,
  });
  if (await isServing(`127.0.0.1:${port}`, group)) return group;
  await group.stop(0);
  throw new Error(`gRPC Auth does not start on port ${port}. Its log ends:\n${endOfLog(logFile)}`);
}

async function isServing(address: string, group: ProcessGroup): Promise<boolean> {
  // gRPC would wait for a second before it tries an address again.
  const client = new HealthClient(address, credentials.createInsecure(), {
    'grpc.initial_reconnect_backoff_ms': 50,
    'grpc.max_reconnect_backoff_ms': 100,
  });
  const deadline = Date.now() + startTimeoutMs;
  try {
    while (group.running() && Date.now() < deadline) {
      if ((await healthOf(client)) === HealthCheckResponse_ServingStatus.SERVING) return true;
      await sleep(50);
    }
    return false;
  } finally {
    client.close();
  }
}

function healthOf(client: HealthClient): Promise<HealthCheckResponse_ServingStatus | undefined> {
  return new Promise((resolve) => {
    client.check({ service: '' }, (error, answer) => resolve(error === null ? answer.status : undefined));
  });
}

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials } from '@grpc/grpc-js';
import { HealthCheckResponse_ServingStatus, HealthClient } from '../generated/grpc/grpc/health/v1/health.ts';
import { endOfLog } from './command.ts';
import { type ProcessGroup, startProcessGroup } from './process-group.ts';

const startTimeoutMs = 15_000;
/** The service drains for up to 20 seconds. */
const stopGraceMs = 22_000;

export type GrpcProcess = { stop(): Promise<void> };

export type GrpcAuthOptions = { file: string; port: number; folder: string; env: Record<string, string> };

/** Starts the bundled gRPC Auth service and waits until its health service says SERVING. */
export async function startGrpcAuth({ file, port, folder, env }: GrpcAuthOptions): Promise<GrpcProcess> {
  const logFile = join(folder, 'grpc-auth.log');
  const process = startProcessGroup({
    command: globalThis.process.execPath,
    args: ['--import', join(import.meta.dirname, 'end-with-parent.mjs'), file],
    env: { ...env, AUTH_GRPC_HOST: '127.0.0.1', AUTH_GRPC_PORT: String(port) },
    cwd: folder,
    logFile,
  });
  if (await isServing(`127.0.0.1:${port}`, process)) return { stop: () => process.stop(stopGraceMs) };
  await process.stop(0);
  throw new Error(`gRPC Auth does not start on port ${port}. Its log ends:\n${endOfLog(logFile)}`);
}

async function isServing(address: string, process: ProcessGroup): Promise<boolean> {
  const client = new HealthClient(address, credentials.createInsecure());
  const deadline = Date.now() + startTimeoutMs;
  try {
    while (process.running() && Date.now() < deadline) {
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

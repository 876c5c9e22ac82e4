import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials, makeClientConstructor } from '@grpc/grpc-js';
import { service as healthDefinition } from 'grpc-health-check';
import { type GrpcServiceName, grpcServerName } from '../../infra/grpc-addresses.ts';
import type { CertificateFiles, GrpcCertificates } from '../deploy/grpc-certificates.ts';
import { endOfLog } from './command.ts';
import { type ProcessGroup, startProcessGroup } from './process-group.ts';

const HealthClient = makeClientConstructor(healthDefinition, 'Health');

const startTimeoutMs = 15_000;
/** The services drain for up to 25 seconds. */
const stopGraceMs = 25_000;

/** A gRPC service that can be started and stopped again and again, always on its port. */
export type GrpcProcess = {
  /** Resolves when its health service says SERVING. Takes another bundle than the deployed one, if given; what ran before is stopped. */
  start(file?: string): Promise<void>;
  /** Lets it drain, and resolves when its process is gone. */
  stop(): Promise<void>;
};

export type GrpcProcessOptions = {
  service: GrpcServiceName;
  /** The bundle. */
  file: string;
  port: number;
  /** Of its `/metrics` and `/health/grpc`. */
  httpPort: number;
  /** Where it runs and logs, as `grpc-<service>.log`. */
  folder: string;
  certificates: GrpcCertificates;
  env: Record<string, string>;
};

/** The bundled service as a process of its own; not started yet. */
export function grpcProcess(options: GrpcProcessOptions): GrpcProcess {
  let process: ProcessGroup | undefined;
  const stop = async () => {
    await process?.stop(stopGraceMs);
    process = undefined;
  };
  return {
    async start(file = options.file) {
      await stop();
      process = await startService({ ...options, file });
    },
    stop,
  };
}

async function startService(options: GrpcProcessOptions): Promise<ProcessGroup> {
  const { service, file, port, httpPort, folder, certificates, env } = options;
  const logFile = join(folder, `grpc-${service}.log`);
  const process = startProcessGroup({
    command: execPath,
    // The young generation as in the image; most of what a call allocates is dead after it.
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
  if (await isServing(options, process)) return process;
  await process.stop(0);
  throw new Error(`gRPC ${service} does not start on port ${port}. Its log ends:\n${endOfLog(logFile)}`);
}

/** The settings by which one side of a connection finds its certificates. */
export const tlsSettings = (prefix: 'GRPC_TLS' | 'AUTH_TLS', { certificate, key, authority }: CertificateFiles) => ({
  [prefix]: 'mutual',
  [`${prefix}_CERT_FILE`]: certificate,
  [`${prefix}_KEY_FILE`]: key,
  [`${prefix}_CA_FILE`]: authority,
});

async function isServing({ service, port, certificates }: GrpcProcessOptions, process: ProcessGroup): Promise<boolean> {
  const { authority, key, certificate } = certificates.caller;
  const tls = credentials.createSsl(readFileSync(authority), readFileSync(key), readFileSync(certificate));
  // gRPC would wait for a second before it tries an address again.
  const client = new HealthClient(`127.0.0.1:${port}`, tls, {
    'grpc.ssl_target_name_override': grpcServerName(service),
    'grpc.initial_reconnect_backoff_ms': 50,
    'grpc.max_reconnect_backoff_ms': 100,
  });
  const deadline = Date.now() + startTimeoutMs;
  try {
    while (process.running() && Date.now() < deadline) {
      if ((await healthOf(client)) === 'SERVING') return true;
      await sleep(50);
    }
    return false;
  } finally {
    client.close();
  }
}

function healthOf(client: InstanceType<typeof HealthClient>): Promise<string | undefined> {
  return new Promise((resolve) => {
    client.check?.({ service: '' }, (error: Error | null, answer: { status: string }) =>
      resolve(error === null ? answer.status : undefined),
    );
  });
}

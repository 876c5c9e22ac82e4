import { setTimeout as pause } from 'node:timers/promises';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { CertificateSource } from '../../functions/shared/auth/certificate-source.ts';
import { HealthService } from '../../generated/grpc/grpc/health/v1/health.ts';
import { ServerReflectionService } from '../../generated/grpc/grpc/reflection/v1/reflection.ts';
import { isFault } from '../calls/call-faults.ts';
import { callLog } from '../calls/call-log.ts';
import { recordCall } from '../calls/call-metrics.ts';
import { type CallRecord, type GrpcService, observedService } from '../calls/observed-service.ts';
import { OpenCalls } from '../calls/open-calls.ts';
import { type Revision, revisionMetrics } from '../calls/revision-metrics.ts';
import { renewCertificates } from './certificate-renewal.ts';
import { Connections } from './connections.ts';
import { http2OptionsOf, http2ServerOf } from './grpc-js-internals.ts';
import type { Health } from './health.ts';
import { healthService } from './health-service.ts';
import { defaultLimits, http2Limits, type Limits, serverOptions } from './limits.ts';
import { listen } from './listener.ts';
import { MutualCredentials } from './mutual-credentials.ts';
import { reflectionOf } from './reflection.ts';

export type GrpcServerProps = {
  services: readonly GrpcService[];
  health: Health;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Whether anybody who reaches the port may read the API's description. */
  reflection: boolean;
  /** Where certificates are found for mutual TLS; without, the server speaks plaintext. */
  certificates?: CertificateSource;
  certificateCheckMs?: number;
  /** Under which names calls and faults go to CloudWatch; without, they do not. */
  revision?: Revision;
  limits?: Partial<Limits>;
};

export type GrpcServer = {
  port: number;
  /** NOT_SERVING, no new connections; resolves when the calls in flight have ended, at the latest soon after `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>;
};

/** Starts the services in this process, with health and, if wanted, reflection. @throws when the port cannot be had */
export async function startGrpcServer(props: GrpcServerProps): Promise<GrpcServer> {
  const { services, health, host, port, reflection } = props;
  const limits = { ...defaultLimits, ...props.limits };
  const server = new Server(serverOptions(limits));
  Object.assign(http2OptionsOf(server), http2Limits(limits));
  const open = new OpenCalls(limits.callsInFlight);
  const ended = recorder(props);
  for (const service of services) {
    const { definition, implementation } = observedService(service, { open, ended });
    server.addService(definition, implementation);
  }
  const names = services.map(({ definition }) => serviceName(definition));
  server.addService(HealthService, healthService(health, names));
  if (reflection) server.addService(ServerReflectionService, reflectionOf(names));
  const listener = await listen(server, await credentialsOf(props, limits), { host, port, maxConnections: limits.connections });
  const connections = new Connections(http2ServerOf(server), limits);
  return {
    port: listener.port,
    async drain(timeoutMs) {
      health.startDraining();
      listener.close();
      await connections.close(timeoutMs);
      open.giveUpAll({ code: status.UNAVAILABLE, details: 'the process is ending' });
      if (connections.size > 0) await pause(lastWordsMs);
      server.forceShutdown();
    },
  };
}

/** For the statuses of calls that were given up to reach their callers. */
const lastWordsMs = 200;

function recorder({ health, revision }: GrpcServerProps): (record: CallRecord) => void {
  const ofRevision = revision && revisionMetrics(revision);
  const logCall = callLog();
  return (record) => {
    const isFaulty = isFault(record, health.draining.aborted);
    recordCall(record);
    ofRevision?.count({ isFault: isFaulty });
    logCall(record, isFaulty);
  };
}

async function credentialsOf(
  { certificates: read, certificateCheckMs = 30_000, health }: GrpcServerProps,
  { handshakeMs }: Limits,
): Promise<ServerCredentials> {
  if (read === undefined) return ServerCredentials.createInsecure();
  const current = await read();
  const credentials = new MutualCredentials(current, { handshakeMs });
  renewCertificates({
    read,
    current,
    replace: (certificates) => credentials.replace(certificates),
    health,
    everyMs: certificateCheckMs,
  });
  return credentials;
}

function serviceName(definition: GrpcService['definition']): string {
  const [method] = Object.values(definition);
  return method?.path.split('/')[1] ?? '';
}

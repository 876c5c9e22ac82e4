import type { ServerHttp2Stream } from 'node:http2';
import { setTimeout as pause } from 'node:timers/promises';
import { Server, ServerCredentials, type ServiceDefinition, status } from '@grpc/grpc-js';
import type { CertificateSource } from '../../functions/shared/auth/certificate-source.ts';
import { RefusedCallError } from '../calls/call-errors.ts';
import { isFault } from '../calls/call-faults.ts';
import { callLog } from '../calls/call-log.ts';
import { countCall } from '../calls/call-metrics.ts';
import { addService, type GrpcService, serviceName } from '../calls/grpc-service.ts';
import { OpenCalls } from '../calls/open-calls.ts';
import { type Revision, revisionMetrics } from '../calls/revision-metrics.ts';
import { type EndedCall, observeCalls } from '../calls/served-calls.ts';
import { http2OptionsOf, http2ServerOf } from '../grpc-js-internals.ts';
import { renewCertificates } from './certificate-renewal.ts';
import { Connections } from './connections.ts';
import type { Health } from './health.ts';
import { addHealthService } from './health-service.ts';
import { defaultLimits, http2Limits, type Limits, serverOptions } from './limits.ts';
import { listen } from './listener.ts';
import { MutualCredentials } from './mutual-credentials.ts';
import { addReflectionService } from './reflection-service.ts';

export type GrpcServerProps = {
  services: readonly GrpcService[];
  health: Health;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Whether everybody who reaches the port may read the API's description. */
  reflection: boolean;
  /** Where the certificates for mutual TLS are read; without it the server speaks plaintext. */
  certificates?: CertificateSource | undefined;
  certificateCheckMs?: number;
  /** The names under which calls and faults go to CloudWatch; without them they do not. */
  revision?: Revision | undefined;
  limits?: Partial<Limits>;
};

export type GrpcServer = {
  port: number;
  /** Reports NOT_SERVING and takes no new connections; resolves when the calls in flight have ended, soon after `timeoutMs` at the latest. */
  drain(timeoutMs: number): Promise<void>;
};

/** For the statuses of calls that were given up to reach their callers. */
const lastWordsMs = 200;

/** Starts the services in this process, with health and, if wanted, reflection. @throws when the port is not free */
export async function startGrpcServer(props: GrpcServerProps): Promise<GrpcServer> {
  const { health, host, port } = props;
  const limits = { ...defaultLimits, ...props.limits };
  const server = new Server(serverOptions(limits));
  Object.assign(http2OptionsOf(server), http2Limits(limits));
  const open = new OpenCalls(limits.callsInFlight);
  const definitions = register(server, open, props);
  const listener = await listen(server, await credentialsOf(props, limits), { host, port, maxConnections: limits.connections });
  const http2Server = http2ServerOf(server);
  const connections = new Connections(http2Server, limits);
  const onOpened = (stream: ServerHttp2Stream) => connections.openedStream(stream);
  observeCalls(http2Server, definitions, { onOpened, onEnded: recorder(props) });
  return {
    port: listener.port,
    async drain(timeoutMs) {
      health.startDraining();
      listener.close();
      await connections.close(timeoutMs);
      open.giveUpAll(new RefusedCallError(status.UNAVAILABLE, 'the process is ending'));
      if (connections.size > 0) await pause(lastWordsMs);
      server.forceShutdown();
    },
  };
}

/** @returns the definitions of all that is served */
function register(server: Server, open: OpenCalls, { services, health, reflection }: GrpcServerProps): ServiceDefinition[] {
  const definitions: ServiceDefinition[] = [];
  const registry: Pick<Server, 'addService'> = {
    addService(definition, handlers) {
      definitions.push(definition);
      server.addService(definition, handlers);
    },
  };
  for (const service of services) addService(registry, service, open);
  const names = services.map(({ definition }) => serviceName(definition));
  addHealthService(registry, health, names);
  if (reflection) addReflectionService(registry, [...names, 'grpc.health.v1.Health']);
  return definitions;
}

function recorder({ health, revision }: GrpcServerProps): (call: EndedCall) => void {
  const ofRevision = revision && revisionMetrics(revision);
  const logCall = callLog();
  return (call) => {
    const { method, code, durationMs } = call;
    const isFaulty = isFault({ code, isStream: method.isStream }, health.draining.aborted);
    countCall(method, code, durationMs);
    ofRevision?.count({ isFault: isFaulty });
    logCall(call, isFaulty);
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

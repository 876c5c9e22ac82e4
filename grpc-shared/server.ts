import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { HealthService } from '../generated/grpc/grpc/health/v1/health.ts';
import { ServerReflectionService } from '../generated/grpc/grpc/reflection/v1/reflection.ts';
import { callLog } from './call-log.ts';
import type { Health } from './health.ts';
import { healthService } from './health-service.ts';
import { defaultLimits, type Limits, serverOptions } from './limits.ts';
import { listen } from './listener.ts';
import { type GrpcService, observedService } from './observed-service.ts';
import { OpenCalls } from './open-calls.ts';
import { reflectionOf } from './reflection.ts';

export type GrpcServerProps = {
  services: readonly GrpcService[];
  health: Health;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Whether anybody who reaches the port may read the API's description. */
  reflection: boolean;
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
  const open = new OpenCalls(limits.callsInFlight);
  const logCall = callLog();
  for (const service of services) {
    const { definition, implementation } = observedService(service, { open, ended: logCall });
    server.addService(definition, implementation);
  }
  const names = services.map(({ definition }) => serviceName(definition));
  server.addService(HealthService, healthService(health, names));
  if (reflection) server.addService(ServerReflectionService, reflectionOf(names));
  const listener = await listen(server, ServerCredentials.createInsecure(), { host, port, maxConnections: limits.connections });
  return {
    port: listener.port,
    async drain(timeoutMs) {
      health.startDraining();
      listener.close();
      const closed = closing(server);
      await open.empty(timeoutMs);
      open.giveUpAll({ code: status.UNAVAILABLE, details: 'the process is ending' });
      await Promise.race([closed, pause(closeTimeoutMs)]);
      server.forceShutdown();
    },
  };
}

/** Connections that have no call left are closed in a moment; those of clients that are gone never answer. */
const closeTimeoutMs = 500;

function serviceName(definition: GrpcService['definition']): string {
  const [method] = Object.values(definition);
  return method?.path.split('/')[1] ?? '';
}

/** Tells every client to go elsewhere (GOAWAY); resolves when each has ended its calls and is gone. */
function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.tryShutdown(() => resolve());
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

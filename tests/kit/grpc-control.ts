import { inject } from 'vitest';
import type { GrpcServiceName } from '../../infra/grpc-addresses.ts';

/** Lets a gRPC service finish what is in flight, and ends it. */
export const stopGrpc = (service: GrpcServiceName) => control(service, 'stop');
/** Starts it again, on the same ports. */
export const startGrpc = (service: GrpcServiceName) => control(service, 'start');
/** Kills its process. Nobody asked for that, so the system restarts it. */
export const killGrpc = (service: GrpcServiceName) => control(service, 'kill');

/** Only the process that started the services can control them. */
async function control(service: GrpcServiceName, command: 'stop' | 'start' | 'kill'): Promise<void> {
  const path = `/${service}/${command}`;
  const response = await fetch(`${inject('world').controlUrl}${path}`, { method: 'POST' });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}

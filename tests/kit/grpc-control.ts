import { inject } from 'vitest';
import type { GrpcServiceName } from '../../infra/grpc-addresses.ts';

/** Lets a gRPC service finish what is in flight, and ends it. */
export const stopGrpc = (service: GrpcServiceName) => control(service, 'stop');
/** Starts it again, on the same ports. */
export const startGrpc = (service: GrpcServiceName) => control(service, 'start');
/** Kills its process. Nobody asked for that, so the system restarts it. */
export const killGrpc = (service: GrpcServiceName) => control(service, 'kill');

/** The id of its process; 0 while it is stopped. */
export const pidOfGrpc = async (service: GrpcServiceName) => Number(await control(service, 'pid'));

/** Only the process that started the services can control them. */
async function control(service: GrpcServiceName, command: 'stop' | 'start' | 'kill' | 'pid'): Promise<string> {
  const path = `/${service}/${command}`;
  const response = await fetch(`${inject('world').controlUrl}${path}`, { method: 'POST' });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return text;
}

import { type ServerWritableStream, status } from '@grpc/grpc-js';
import {
  type HealthCheckRequest,
  type HealthCheckResponse,
  type HealthServer,
  HealthService,
  HealthCheckResponse_ServingStatus as Serving,
} from '../generated/grpc/grpc/health/v1/health.ts';

type Watcher = ServerWritableStream<HealthCheckRequest, HealthCheckResponse>;

/**
 * grpc.health.v1: whether the process takes calls, for load balancers and clients. `services` are the full names it answers for,
 * beside '' for the process. https://github.com/grpc/grpc/blob/master/doc/health-checking.md
 */
export function healthOf(services: readonly string[]) {
  const names = new Set(['', ...services]);
  const watchers = new Set<Watcher>();
  let serving: HealthCheckResponse = { status: Serving.SERVING };

  const implementation: HealthServer = {
    check({ request }, callback) {
      if (names.has(request.service)) callback(null, serving);
      else callback({ code: status.NOT_FOUND, details: 'no such service here' });
    },
    watch(call) {
      call.write(names.has(call.request.service) ? serving : { status: Serving.SERVICE_UNKNOWN });
      watchers.add(call);
      call.on('cancelled', () => watchers.delete(call));
    },
    list(_, callback) {
      callback(null, { statuses: Object.fromEntries([...names].map((name) => [name, serving])) });
    },
  };

  /** From now on NOT_SERVING; who watches is told, and let go so that the server can end. */
  function stopServing(): void {
    serving = { status: Serving.NOT_SERVING };
    for (const watcher of watchers) {
      if (names.has(watcher.request.service)) watcher.write(serving);
      watcher.end();
    }
    watchers.clear();
  }

  return { service: HealthService, implementation, stopServing };
}

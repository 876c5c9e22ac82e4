import { type ServerWritableStream, status } from '@grpc/grpc-js';
import {
  type HealthCheckRequest,
  type HealthCheckResponse,
  type HealthServer,
  HealthCheckResponse_ServingStatus as Serving,
} from '../../generated/grpc/grpc/health/v1/health.ts';
import type { Health } from './health.ts';

type Watcher = ServerWritableStream<HealthCheckRequest, HealthCheckResponse>;

const maxWatchers = 1000;

/**
 * grpc.health.v1: whether the process takes calls, for load balancers and clients. `services` are the full names it answers for,
 * beside '' for the process. https://github.com/grpc/grpc/blob/master/doc/health-checking.md
 */
export function healthService(health: Health, services: readonly string[]): HealthServer {
  const names = new Set(['', ...services]);
  const watchers = new Set<Watcher>();
  const now = (): HealthCheckResponse => ({ status: health.isServing ? Serving.SERVING : Serving.NOT_SERVING });

  let told = health.isServing;
  health.onChange(() => {
    if (told !== health.isServing) {
      told = health.isServing;
      for (const watcher of watchers) if (names.has(watcher.request.service)) watcher.write(now());
    }
    // Let go, so that the server can end.
    if (health.draining.aborted) for (const watcher of watchers) watcher.end();
  });

  return {
    check({ request }, callback) {
      if (names.has(request.service)) callback(null, now());
      else callback({ code: status.NOT_FOUND, details: 'no such service here' });
    },
    watch(call) {
      if (watchers.size >= maxWatchers) {
        call.emit('error', { code: status.RESOURCE_EXHAUSTED, details: 'too many watch this process' });
        return;
      }
      call.write(names.has(call.request.service) ? now() : { status: Serving.SERVICE_UNKNOWN });
      if (health.draining.aborted) {
        call.end();
        return;
      }
      watchers.add(call);
      call.on('close', () => watchers.delete(call));
      call.on('cancelled', () => watchers.delete(call));
    },
    list(_, callback) {
      callback(null, { statuses: Object.fromEntries([...names].map((name) => [name, now()])) });
    },
  };
}

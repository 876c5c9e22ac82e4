import { type handleUnaryCall, type Server, type ServerWritableStream, status } from '@grpc/grpc-js';
import { HealthImplementation, type ServingStatus } from 'grpc-health-check';
import { RefusedCallError } from '../calls/call-errors.ts';
import { checkedRequests } from '../calls/checked-requests.ts';
import type { Health } from './health.ts';

type Watcher = ServerWritableStream<{ service: string }, { status: ServingStatus | 'SERVICE_UNKNOWN' }>;

const maxWatchers = 1000;

/**
 * grpc.health.v1: whether the process takes calls, for load balancers and clients. It answers for `services`, by their full names,
 * and for '', which is the process. https://github.com/grpc/grpc/blob/master/doc/health-checking.md
 */
export function addHealthService(server: Pick<Server, 'addService'>, health: Health, services: readonly string[]): void {
  const names = ['', ...services];
  const current = (): ServingStatus => (health.isServing ? 'SERVING' : 'NOT_SERVING');
  let reported = current();
  const implementation = new HealthImplementation(Object.fromEntries(names.map((name) => [name, reported])));
  const watchers = new Set<Watcher>();

  health.onChange(() => {
    if (reported !== current()) {
      reported = current();
      for (const name of names) implementation.setStatus(name, reported);
    }
    // The package never ends a watch; a drain would wait for it.
    if (health.draining.aborted) for (const watcher of watchers) watcher.end();
  });

  implementation.addToServer({
    addService(definition, handlers) {
      const check: handleUnaryCall<unknown, unknown> = (call, callback) => {
        if (call.request instanceof RefusedCallError) callback(call.request);
        else Reflect.apply(handlers.check ?? unknownService, undefined, [call, callback]);
      };
      const watch = (call: Watcher) => {
        if (call.request instanceof RefusedCallError) {
          call.emit('error', call.request);
          return;
        }
        if (watchers.size >= maxWatchers) {
          call.emit('error', { code: status.RESOURCE_EXHAUSTED, details: 'too many watch this process' });
          return;
        }
        watchers.add(call);
        call.on('cancelled', () => watchers.delete(call));
        if (names.includes(call.request.service)) Reflect.apply(handlers.watch ?? unknownService, undefined, [call]);
        else unknownService(call);
        if (health.draining.aborted) call.end();
      };
      server.addService(checkedRequests(definition), { ...handlers, check, watch });
    },
  });
}

/** The package would keep each unknown name for as long as the process lives. */
function unknownService(call: Watcher): void {
  call.write({ status: 'SERVICE_UNKNOWN' });
}

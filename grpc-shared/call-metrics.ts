import { status } from '@grpc/grpc-js';
import { Counter, Histogram, Registry } from 'prom-client';
import type { CallRecord } from './observed-service.ts';

/** The metrics of this process, for Prometheus. */
export const callRegistry = new Registry();

const requests = new Counter({
  name: 'grpc_requests_total',
  help: 'gRPC calls that have ended, by the status they ended with',
  labelNames: ['service', 'method', 'status'],
  registers: [callRegistry],
});

const durations = new Histogram({
  name: 'grpc_request_duration_seconds',
  help: 'how long gRPC calls took, from the arrival of their headers to their status',
  labelNames: ['service', 'method'],
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [callRegistry],
});

type Method = { count(code: status): void; observe(seconds: number): void };
const methods = new Map<string, Method>();

/** Counts a call that has ended. */
export function recordCall({ path, code, durationMs }: CallRecord): void {
  let method = methods.get(path);
  if (method === undefined) {
    method = methodMetrics(path);
    methods.set(path, method);
  }
  method.count(code);
  method.observe(durationMs / 1000);
}

function methodMetrics(path: string): Method {
  const [, service = '', method = ''] = path.split('/');
  const duration = durations.labels({ service, method });
  return {
    count: (code) => requests.inc({ service, method, status: status[code] ?? String(code) }),
    observe: (seconds) => duration.observe(seconds),
  };
}

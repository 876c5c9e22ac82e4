import { status } from '@grpc/grpc-js';
import { Counter, Histogram, Registry } from 'prom-client';
import { CallDurations } from './call-durations.ts';

/** What one method's calls add up to: plain numbers, which take a tenth of the time that prom-client's counters take. */
export type MethodCalls = {
  /** `/lonja.auth.v1.AuthService/VerifyToken` */
  path: string;
  service: string;
  method: string;
  /** It answers with a stream, which may have no end of its own. */
  isStream: boolean;
  byStatus: number[];
  durations: CallDurations;
};
const methods = new Map<string, MethodCalls>();

/** The counts of a method; they begin when it is first asked for. */
export function methodCalls(path: string, isStream: boolean): MethodCalls {
  const known = methods.get(path);
  if (known !== undefined) return known;
  const [, service = '', method = ''] = path.split('/');
  const calls = { path, service, method, isStream, byStatus: [], durations: new CallDurations() };
  methods.set(path, calls);
  return calls;
}

/** Counts a call that has ended. */
export function countCall({ byStatus, durations }: MethodCalls, code: status, durationMs: number): void {
  byStatus[code] = (byStatus[code] ?? 0) + 1;
  durations.observe(durationMs / 1000);
}

/** The metrics of this process, for Prometheus. */
export const callRegistry = new Registry();

callRegistry.registerMetric(
  new Counter({
    name: 'grpc_requests_total',
    help: 'gRPC calls that have ended, by the status they ended with',
    labelNames: ['service', 'method', 'status'],
    registers: [],
    collect() {
      this.reset();
      for (const { service, method, byStatus } of methods.values()) {
        for (const [code, count = 0] of byStatus.entries()) {
          if (count > 0) this.inc({ service, method, status: status[code] ?? String(code) }, count);
        }
      }
    },
  }),
);

const durations = {
  name: 'grpc_request_duration_seconds',
  help: 'how long gRPC calls took, from the arrival of their headers until they had ended',
  labelNames: ['service', 'method'] as const,
  registers: [],
};
const withoutValues = new Histogram<'service' | 'method' | 'le'>(durations);

class DurationHistogram extends Histogram<'service' | 'method' | 'le'> {
  override async get() {
    const values = [...methods.values()].flatMap(({ service, method, durations: taken }) =>
      taken.values(durations.name, { service, method }),
    );
    return { ...(await withoutValues.get()), values };
  }

  /** The registry calls this instead of `get` when it writes text. */
  getForPromString() {
    return this.get();
  }
}

callRegistry.registerMetric(new DurationHistogram(durations));

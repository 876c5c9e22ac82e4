import { setTimeout as sleep } from 'node:timers/promises';
import { type CallOptions, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import type { AuthServiceClient } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { causeText } from '../faults.ts';
import { log } from '../log.ts';
import type { Trace } from '../trace.ts';
import type { AuthChannel } from './auth-channel.ts';

/** How long a caller waits for an answer over gRPC. */
export type Patience = {
  attempts: number;
  attemptTimeoutMs: number;
  /** All attempts and pauses together. */
  withinMs: number;
  /** The pause after so many attempts. */
  pauseMs(attempts: number): number;
};

/** One unary call of a stub. */
export type Call<Response> = (
  stub: AuthServiceClient,
  metadata: Metadata,
  options: Partial<CallOptions>,
  callback: (error: ServiceError | null, response: Response) => void,
) => unknown;

/** No answer over gRPC: a status, a time-out, or a breaker that asks nobody. */
export class GrpcFaultError extends Error {
  override readonly name = 'GrpcFaultError';
}

export type AuthCaller = {
  /** @throws {GrpcFaultError} when no attempt got an answer, at once while the breaker is open */
  call<Response>(call: Call<Response>, patience: Patience, trace: Trace): Promise<Response>;
};

const opensAfterFaults = 5;
const probesAfterMs = 60_000;

/**
 * Calls over a channel with the one retry layer and, round it, the breaker: after 5 calls in a row without an answer it lets nothing
 * through for 60 seconds, then a single attempt that decides. A replica that dies costs each call in flight an attempt, and opens nothing.
 * The breaker's state is this process's own.
 */
export function authCaller(channel: AuthChannel, pause: (ms: number) => Promise<unknown> = sleep): AuthCaller {
  const breaker = circuitBreaker(handleWhen(isFault), {
    halfOpenAfter: probesAfterMs,
    breaker: new ConsecutiveBreaker(opensAfterFaults),
  });
  breaker.onStateChange((state) => log.warn('breaker of gRPC Auth', { state: CircuitState[state] }));
  const probing = () => breaker.state === CircuitState.HalfOpen;

  async function withRetries<Response>(call: Call<Response>, patience: Patience, trace: Trace): Promise<Response> {
    const { attempts, attemptTimeoutMs, withinMs, pauseMs } = patience;
    const endsAtMs = performance.now() + withinMs;
    for (let tried = 1; ; tried++) {
      const timeoutMs = Math.max(Math.min(attemptTimeoutMs, endsAtMs - performance.now()), 1);
      try {
        // The first attempt fails at once when nobody listens; later ones wait for the connection.
        return await callOnce(channel, call, timeoutMs, trace, tried > 1 || attempts === 1);
      } catch (thrown) {
        const nextInMs = pauseMs(tried);
        if (tried === attempts || performance.now() + nextInMs >= endsAtMs || !mayBeOver(thrown)) throw thrown;
        if (nextInMs > 0) await pause(nextInMs);
      }
    }
  }

  return {
    async call(call, patience, trace) {
      // The breaker would let others wait for the probe's end; the twin answers them sooner.
      if (probing()) throw new GrpcFaultError('the breaker is open while one call probes');
      try {
        return await breaker.execute(() => withRetries(call, probing() ? { ...patience, attempts: 1 } : patience, trace));
      } catch (thrown) {
        throw grpcFault(thrown);
      }
    },
  };
}

async function callOnce<Response>(
  channel: AuthChannel,
  call: Call<Response>,
  timeoutMs: number,
  { correlationId, traceparent }: Trace,
  waitForReady: boolean,
): Promise<Response> {
  const deadline = Date.now() + timeoutMs;
  const stub = await inTime(channel.stub(), timeoutMs);
  const metadata = new Metadata({ waitForReady });
  metadata.set('x-correlation-id', correlationId);
  metadata.set('traceparent', traceparent);
  return new Promise((resolve, reject) => {
    call(stub, metadata, { deadline }, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

/** The certificates could not be read, or not soon enough. */
class NoChannelError extends Error {
  override readonly name = 'NoChannelError';
}

async function inTime<Found>(found: Promise<Found>, timeoutMs: number): Promise<Found> {
  const timer = new AbortController();
  const late = sleep(timeoutMs, undefined, { signal: timer.signal }).then(() => {
    throw new NoChannelError(`no certificates after ${timeoutMs} ms`);
  });
  try {
    return await Promise.race([found, late]);
  } catch (cause) {
    throw cause instanceof NoChannelError ? cause : new NoChannelError(causeText(cause), { cause });
  } finally {
    timer.abort();
    late.catch(() => {});
  }
}

const isServiceError = (thrown: unknown): thrown is ServiceError =>
  thrown instanceof Error && 'code' in thrown && 'details' in thrown;

/** Auth is there and says no to this one call: that opens no breaker, and is no answer to the question either. */
const spokenStatuses: readonly status[] = [
  status.UNAUTHENTICATED,
  status.PERMISSION_DENIED,
  status.INVALID_ARGUMENT,
  status.NOT_FOUND,
  status.FAILED_PRECONDITION,
];

const isFault = (thrown: unknown) => !(isServiceError(thrown) && spokenStatuses.includes(thrown.code));

const mayBeOver = (thrown: unknown) =>
  thrown instanceof NoChannelError ||
  (isServiceError(thrown) && (thrown.code === status.UNAVAILABLE || thrown.code === status.DEADLINE_EXCEEDED));

function grpcFault(thrown: unknown): GrpcFaultError {
  const text = isServiceError(thrown) ? `${status[thrown.code]}: ${thrown.details}` : causeText(thrown);
  return new GrpcFaultError(text, { cause: thrown });
}

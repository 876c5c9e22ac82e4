import { setTimeout as sleep } from 'node:timers/promises';
import { type CallOptions, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import type { AuthServiceClient } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { breakerOf } from '../circuit-breaker.ts';
import { causeText } from '../faults.ts';
import type { Trace } from '../trace.ts';
import { inTime } from '../waiting/in-time.ts';
import type { AuthChannel } from './auth-channel.ts';

/** The one retry layer of a call over gRPC. */
export type RetryPolicy = {
  attempts: number;
  attemptTimeoutMs: number;
  /** All attempts and pauses together. */
  withinMs: number;
  /** The pause after this many attempts. */
  pauseMs(attempts: number): number;
};

/** One unary call of a stub. */
export type Call<Response> = (
  stub: AuthServiceClient,
  metadata: Metadata,
  options: Partial<CallOptions>,
  callback: (error: ServiceError | null, response: Response) => void,
) => unknown;

/** There was no answer over gRPC, only an error status or a timeout, or the breaker is open. */
export class GrpcFaultError extends Error {
  override readonly name = 'GrpcFaultError';
}

export type AuthCaller = {
  /** @throws {GrpcFaultError} when no attempt got an answer; at once while the breaker is open */
  call<Response>(call: Call<Response>, policy: RetryPolicy, trace: Trace): Promise<Response>;
};

/**
 * Calls over a channel, with retries inside a circuit breaker, whose probe is a single attempt. A replica that dies costs each call in
 * flight one attempt and does not open it.
 */
export function authCaller(channel: AuthChannel, pause: (ms: number) => Promise<unknown> = sleep): AuthCaller {
  const breaker = breakerOf('gRPC Auth', isFault);

  async function withRetries<Response>(call: Call<Response>, policy: RetryPolicy, trace: Trace): Promise<Response> {
    const { attempts, attemptTimeoutMs, withinMs, pauseMs } = policy;
    const endsAtMs = performance.now() + withinMs;
    for (let attempt = 1; ; attempt++) {
      const timeoutMs = Math.max(Math.min(attemptTimeoutMs, endsAtMs - performance.now()), 1);
      // The first attempt fails at once when nothing listens; later ones wait for the connection.
      const waitForReady = attempt > 1 || attempts === 1;
      try {
        return await callOnce(channel, call, { timeoutMs, waitForReady, trace });
      } catch (thrown) {
        const nextInMs = pauseMs(attempt);
        if (attempt === attempts || performance.now() + nextInMs >= endsAtMs || !isTransient(thrown)) throw thrown;
        if (nextInMs > 0) await pause(nextInMs);
      }
    }
  }

  return {
    async call(call, policy, trace) {
      try {
        return await breaker.run(() => withRetries(call, breaker.isProbing() ? { ...policy, attempts: 1 } : policy, trace));
      } catch (thrown) {
        throw grpcFault(thrown);
      }
    },
  };
}

type Attempt = { timeoutMs: number; waitForReady: boolean; trace: Trace };

async function callOnce<Response>(
  channel: AuthChannel,
  call: Call<Response>,
  { timeoutMs, waitForReady, trace }: Attempt,
): Promise<Response> {
  const deadline = Date.now() + timeoutMs;
  const stub = await inTime(channel.stub(), timeoutMs, 'certificates').catch((cause: unknown) => {
    throw new NoChannelError(causeText(cause), { cause });
  });
  const metadata = new Metadata({ waitForReady });
  metadata.set('x-correlation-id', trace.correlationId);
  metadata.set('traceparent', trace.traceparent);
  return new Promise((resolve, reject) => {
    call(stub, metadata, { deadline }, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

/** The certificates could not be read, or not in time. */
class NoChannelError extends Error {
  override readonly name = 'NoChannelError';
}

const isServiceError = (thrown: unknown): thrown is ServiceError =>
  thrown instanceof Error && 'code' in thrown && 'details' in thrown;

/** Auth responded but refused this one call: that does not open the breaker, and does not answer the question either. */
const refusals: readonly status[] = [
  status.UNAUTHENTICATED,
  status.PERMISSION_DENIED,
  status.INVALID_ARGUMENT,
  status.NOT_FOUND,
  status.FAILED_PRECONDITION,
];

const isFault = (thrown: unknown) => !(isServiceError(thrown) && refusals.includes(thrown.code));

const isTransient = (thrown: unknown) =>
  thrown instanceof NoChannelError ||
  (isServiceError(thrown) && (thrown.code === status.UNAVAILABLE || thrown.code === status.DEADLINE_EXCEEDED));

function grpcFault(thrown: unknown): GrpcFaultError {
  const text = isServiceError(thrown) ? `${status[thrown.code]}: ${thrown.details}` : causeText(thrown);
  return new GrpcFaultError(text, { cause: thrown });
}

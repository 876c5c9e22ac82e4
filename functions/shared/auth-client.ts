import { type CallOptions, credentials, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { AuthServiceClient } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { AuthUnavailableError } from './auth-unavailable-error.ts';
import { environment } from './environment.ts';
import type { Trace } from './trace.ts';

export type TokenVerification =
  | { isValid: true; userId: string; organizationId: string; permissions: string[]; localIds: string[] }
  /** `reason` is for the log, never for the caller. */
  | { isValid: false; reason: string };

export type LocalValidation = { isValid: true; localName: string } | { isValid: false; reason: string };

/** Auth over gRPC. Every method throws {AuthUnavailableError} when Auth gave no answer: that says nothing about anybody's rights. */
export type AuthClient = {
  verifyToken(token: string, trace: Trace): Promise<TokenVerification>;
  validateLocal(question: { userId: string; organizationId: string; localId: string }, trace: Trace): Promise<LocalValidation>;
  close(): void;
};

/** Two of them and a cold start fit into the 3 seconds of an authorizer. */
const verifyTokenTimeoutMs = 500;
const validateLocalTimeoutMs = 2000;

let client: AuthClient | undefined;

/** The one client of this process; its connection is made at the first call. */
export function authClient(): AuthClient {
  client ??= connectAuth(environment('AUTH_GRPC_TARGET'));
  return client;
}

/** A client of its own for `target`, a `host:port`. */
export function connectAuth(target: string): AuthClient {
  const stub = new AuthServiceClient(target.includes('://') ? target : `dns:///${target}`, credentials.createInsecure(), {
    // Calls go round all replicas that the name stands for, not to the first.
    'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
    'grpc.service_config_disable_resolution': 1,
    'grpc.enable_http_proxy': 0,
    // The one retry layer is `withRetry`.
    'grpc.enable_retries': 0,
    // A connection that died while the Lambda was frozen is found by the ping that goes out with the next call, before that call's
    // first attempt runs out.
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 400,
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 2000,
    'grpc.max_receive_message_length': 64 * 1024,
  });
  return {
    async verifyToken(token, trace) {
      const answer = await withRetry(
        (attempt) => unary(stub.verifyToken.bind(stub), { token }, attempt),
        verifyTokenTimeoutMs,
        trace,
      );
      if (!answer.isValid) return { isValid: false, reason: answer.errorMessage };
      const { userId, organizationId, permissions, locals } = answer;
      return { isValid: true, userId, organizationId, permissions, localIds: locals };
    },
    async validateLocal(question, trace) {
      const answer = await withRetry(
        (attempt) => unary(stub.validateLocal.bind(stub), question, attempt),
        validateLocalTimeoutMs,
        trace,
      );
      return answer.isValid ? { isValid: true, localName: answer.localName } : { isValid: false, reason: answer.errorMessage };
    },
    close: () => stub.close(),
  };
}

type Attempt = { metadata: Metadata; options: Partial<CallOptions> };
type Method<Request, Response> = (
  request: Request,
  metadata: Metadata,
  options: Partial<CallOptions>,
  callback: (error: ServiceError | null, response: Response) => void,
) => unknown;

function unary<Request, Response>(method: Method<Request, Response>, request: Request, { metadata, options }: Attempt) {
  return new Promise<Response>((resolve, reject) => {
    method(request, metadata, options, (error, response) => (error ? reject(error) : resolve(response)));
  });
}

/** Once more at once after a fault that may be over: the second attempt waits for the connection, the first does not. */
async function withRetry<Response>(
  call: (attempt: Attempt) => Promise<Response>,
  timeoutMs: number,
  trace: Trace,
): Promise<Response> {
  try {
    return await call(attemptOf(timeoutMs, trace, { waitForReady: false }));
  } catch (thrown) {
    if (!mayBeOver(thrown)) throw unavailable(thrown);
  }
  try {
    return await call(attemptOf(timeoutMs, trace, { waitForReady: true }));
  } catch (thrown) {
    throw unavailable(thrown);
  }
}

function attemptOf(
  timeoutMs: number,
  { correlationId, traceparent }: Trace,
  { waitForReady }: { waitForReady: boolean },
): Attempt {
  const metadata = new Metadata({ waitForReady });
  metadata.set('x-correlation-id', correlationId);
  metadata.set('traceparent', traceparent);
  return { metadata, options: { deadline: Date.now() + timeoutMs } };
}

const isServiceError = (thrown: unknown): thrown is ServiceError =>
  thrown instanceof Error && 'code' in thrown && 'details' in thrown;
const mayBeOver = (thrown: unknown) =>
  isServiceError(thrown) && (thrown.code === status.UNAVAILABLE || thrown.code === status.DEADLINE_EXCEEDED);

/** Whatever the status, even PERMISSION_DENIED: it says how the call went, not what the user may do. */
function unavailable(thrown: unknown): AuthUnavailableError {
  const text = isServiceError(thrown) ? `${status[thrown.code]}: ${thrown.details}` : 'the call could not be made';
  return new AuthUnavailableError(`Auth gave no answer (${text})`, { cause: thrown });
}

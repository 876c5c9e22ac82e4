import type { ValidateLocalResponse, VerifyTokenResponse } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { environment } from '../environment.ts';
import { causeText } from '../faults.ts';
import { log } from '../log.ts';
import type { Trace } from '../trace.ts';
import type { LocalValidation, TokenVerification } from './auth-answer.ts';
import { authCaller, type Call, type Patience } from './auth-call.ts';
import { authChannel } from './auth-channel.ts';
import { authTwin } from './auth-twin.ts';
import { AuthUnavailableError } from './auth-unavailable-error.ts';
import { type CertificateSource, certificateSource } from './certificate-source.ts';

/** The token is the one by which user and organization were verified: the REST twin goes by it. */
export type LocalQuestion = { userId: string; organizationId: string; localId: string; token: string };

/**
 * Auth over gRPC, over its REST twin when gRPC is out. Every method throws {AuthUnavailableError} when both are: that says nothing about
 * anybody's rights.
 */
export type AuthClient = {
  verifyToken(token: string, trace: Trace): Promise<TokenVerification>;
  validateLocal(question: LocalQuestion, trace: Trace): Promise<LocalValidation>;
  close(): void;
};

export type AuthClientSettings = {
  /** `host:port` of the gRPC service. */
  target: string;
  /** Where the REST twins are, such as `https://…/api/v1`. */
  twinUrl: string;
  /** Undefined: plaintext. */
  certificates?: CertificateSource | undefined;
  /** The DNS name in the server's certificate, when it is not the target's host. */
  serverName?: string | undefined;
  /** A number from 0 up to 1, drawn for each verification. */
  random?: () => number;
  pause?: (ms: number) => Promise<unknown>;
};

/** The twin is asked by one verification in a hundred although gRPC is there: a fallback nobody uses is a fallback nobody knows to work. */
const twinShare = 0.01;

/** A whole verification, of an authorizer's 3 seconds; what gRPC leaves of it is the twin's. */
const verificationMs = 2500;
const verifying: Patience = { attempts: 2, attemptTimeoutMs: 500, withinMs: 1000, pauseMs: () => 0 };

/** With the twin 12 of a route's 15 seconds. Pauses double from 1 second on, with jitter. */
const asking: Patience = {
  attempts: 3,
  attemptTimeoutMs: 2000,
  withinMs: 9000,
  pauseMs: (attempts) => 1000 + Math.random() * (1000 * 2 ** attempts - 1000),
};
const askingTwinTimeoutMs = 3000;

let client: AuthClient | undefined;

/** The one client of this process; its connection is made at the first call. */
export function authClient(): AuthClient {
  client ??= connectAuth({
    target: environment('AUTH_GRPC_TARGET'),
    twinUrl: environment('AUTH_TWIN_URL'),
    certificates: certificateSource('AUTH_TLS'),
    serverName: process.env.AUTH_TLS_SERVER_NAME || undefined,
  });
  return client;
}

/** A client of its own, with a breaker of its own. */
export function connectAuth(settings: AuthClientSettings): AuthClient {
  const { target, twinUrl, certificates, serverName, random = Math.random, pause } = settings;
  const channel = authChannel({ target, certificates, serverName });
  const caller = authCaller(channel, pause);
  const twin = authTwin(twinUrl);
  return {
    verifyToken(token, trace) {
      const call: Call<VerifyTokenResponse> = (stub, ...rest) => stub.verifyToken({ token }, ...rest);
      const overGrpc = () => caller.call(call, verifying, trace).then(verificationOf);
      const endsAtMs = performance.now() + verificationMs;
      const overTwin = (leaveMs: number) => () =>
        twin.verifyToken(token, trace, Math.max(endsAtMs - performance.now() - leaveMs, 1));
      return random() < twinShare ? either(overTwin(verifying.withinMs), overGrpc, trace) : either(overGrpc, overTwin(0), trace);
    },
    validateLocal({ token, ...question }, trace) {
      const call: Call<ValidateLocalResponse> = (stub, ...rest) => stub.validateLocal(question, ...rest);
      const overGrpc = () => caller.call(call, asking, trace).then(validationOf);
      const overTwin = () => twin.validateLocal({ token, localId: question.localId }, trace, askingTwinTimeoutMs);
      return either(overGrpc, overTwin, trace);
    },
    close: () => channel.close(),
  };
}

/** The first way's answer, else the second's. A denial is an answer: nobody asks twice for a better one. */
async function either<Answer>(first: Way<Answer>, second: Way<Answer>, { correlationId }: Trace): Promise<Answer> {
  let fault: unknown;
  try {
    return await first();
  } catch (thrown) {
    fault = thrown;
  }
  log.warn('auth asked the other way', { correlationId, cause: causeText(fault) });
  try {
    return await second();
  } catch (thrown) {
    const text = `Auth gave no answer (${causeText(fault)}; ${causeText(thrown)})`;
    throw new AuthUnavailableError(text, { cause: new AggregateError([fault, thrown]) });
  }
}

type Way<Answer> = () => Promise<Answer>;

function verificationOf(answer: VerifyTokenResponse): TokenVerification {
  if (!answer.isValid) return { isValid: false, reason: answer.errorMessage };
  const { userId, organizationId, permissions, locals } = answer;
  return { isValid: true, userId, organizationId, permissions, localIds: locals };
}

const validationOf = ({ isValid, localName, errorMessage }: ValidateLocalResponse): LocalValidation =>
  isValid ? { isValid: true, localName } : { isValid: false, reason: errorMessage };

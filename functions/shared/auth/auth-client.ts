import type { ValidateLocalResponse, VerifyTokenResponse } from '../../../generated/grpc/lonja/auth/v1/auth.ts';
import { environment } from '../environment.ts';
import { causeText } from '../faults.ts';
import { log } from '../log.ts';
import { childTraceparent, newCorrelationId, type Trace } from '../trace.ts';
import type { LocalValidation, TokenVerification } from './auth-answer.ts';
import { authCaller, type Call, type RetryPolicy } from './auth-call.ts';
import { authChannel } from './auth-channel.ts';
import { authTwin } from './auth-twin.ts';
import { AuthUnavailableError } from './auth-unavailable-error.ts';
import { type CertificateSource, certificateSource } from './certificate-source.ts';

/** `token` is the one by which user and organization were verified: the REST twin identifies them by it. */
export type LocalQuestion = { userId: string; organizationId: string; localId: string; token: string };

/**
 * Asks Auth over gRPC, and over its REST twin when gRPC is out. When both are, the methods throw {AuthUnavailableError}, which
 * says nothing about anybody's rights.
 */
export type AuthClient = {
  /** Reads the certificates, connects and makes a first call, so that no caller waits for any of it. @throws when it cannot */
  connect(): Promise<void>;
  verifyToken(token: string, trace: Trace): Promise<TokenVerification>;
  validateLocal(question: LocalQuestion, trace: Trace): Promise<LocalValidation>;
  close(): void;
};

export type AuthClientSettings = {
  /** `host:port` of the gRPC service. */
  target: string;
  /** Where the REST twins are, such as `https://…/api/v1`. */
  twinUrl: string;
  /** Undefined means plaintext. */
  certificates?: CertificateSource | undefined;
  /** The DNS name in the server's certificate, when it is not the target's host. */
  serverName?: string | undefined;
  /** A number from 0 up to 1, drawn for each verification. */
  random?: () => number;
  pause?: (ms: number) => Promise<unknown>;
};

/** One verification in a hundred goes to the twin although gRPC is up: a fallback that is never used is not known to work. */
const twinShare = 0.01;

/** VerifyToken: 2 attempts of 500 ms without a pause, 1 s in total; then the twin once. 2.5 of an authorizer's 3 seconds in all. */
const verification: RetryPolicy = { attempts: 2, attemptTimeoutMs: 500, withinMs: 1000, pauseMs: () => 0 };
const verificationWithTwinMs = 2500;

/**
 * ValidateLocal: 3 attempts of 2 s with jittered pauses of 1 to 2 s and 1 to 4 s, 9 s in total; then the twin once, for 3 s. 12 of
 * a route's 15 seconds in all.
 */
const validation: RetryPolicy = {
  attempts: 3,
  attemptTimeoutMs: 2000,
  withinMs: 9000,
  pauseMs: (attempts) => 1000 + Math.random() * (1000 * 2 ** attempts - 1000),
};
const validationTwinTimeoutMs = 3000;

/** The first call of a process takes three times the processor time of a later one, so it is made ahead, with a token that is none. */
const firstCall: RetryPolicy = { attempts: 1, attemptTimeoutMs: 3000, withinMs: 3000, pauseMs: () => 0 };
const noToken = 'none';

let client: AuthClient | undefined;

/** The one client of this process. @throws {MissingSettingError} in a Lambda that the deployment did not set up to call Auth */
export function authClient(): AuthClient {
  client ??= connectAuth({
    target: environment('AUTH_GRPC_TARGET'),
    twinUrl: environment('AUTH_TWIN_URL'),
    certificates: certificateSource('AUTH_TLS'),
    serverName: process.env.AUTH_TLS_SERVER_NAME || undefined,
  });
  return client;
}

/** A client with a connection and a breaker of its own. */
export function connectAuth(settings: AuthClientSettings): AuthClient {
  const { target, twinUrl, certificates, serverName, random = Math.random, pause } = settings;
  const channel = authChannel({ target, certificates, serverName });
  const caller = authCaller(channel, pause);
  const twin = authTwin(twinUrl);
  const verifying =
    (token: string): Call<VerifyTokenResponse> =>
    (stub, ...rest) =>
      stub.verifyToken({ token }, ...rest);
  return {
    async connect() {
      await channel.connect();
      await caller.call(verifying(noToken), firstCall, { correlationId: newCorrelationId(), traceparent: childTraceparent() });
    },
    verifyToken(token, trace) {
      const overGrpc = () => caller.call(verifying(token), verification, trace).then(verificationOf);
      const endsAtMs = performance.now() + verificationWithTwinMs;
      const overTwin = (reservedMs: number) => () =>
        twin.verifyToken(token, trace, Math.max(endsAtMs - performance.now() - reservedMs, 1));
      return random() < twinShare
        ? firstAnswer(overTwin(verification.withinMs), overGrpc, trace)
        : firstAnswer(overGrpc, overTwin(0), trace);
    },
    validateLocal({ token, ...question }, trace) {
      const call: Call<ValidateLocalResponse> = (stub, ...rest) => stub.validateLocal(question, ...rest);
      const overGrpc = () => caller.call(call, validation, trace).then(validationOf);
      const overTwin = () => twin.validateLocal({ token, localId: question.localId }, trace, validationTwinTimeoutMs);
      return firstAnswer(overGrpc, overTwin, trace);
    },
    close: () => channel.close(),
  };
}

type Way<Answer> = () => Promise<Answer>;

/** Asks one way and, if that gives no answer, the other. A denial is an answer, so it is not asked about a second time. */
async function firstAnswer<Answer>(first: Way<Answer>, second: Way<Answer>, { correlationId }: Trace): Promise<Answer> {
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

function verificationOf(answer: VerifyTokenResponse): TokenVerification {
  if (!answer.isValid) return { isValid: false, reason: answer.errorMessage };
  const { userId, organizationId, permissions, locals } = answer;
  return { isValid: true, userId, organizationId, permissions, localIds: locals };
}

const validationOf = ({ isValid, localName, errorMessage }: ValidateLocalResponse): LocalValidation =>
  isValid ? { isValid: true, localName } : { isValid: false, reason: errorMessage };

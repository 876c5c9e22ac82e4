import { hash } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import type { TokenVerification } from '../functions/shared/auth/auth-answer.ts';
import type { AuthClient } from '../functions/shared/auth/auth-client.ts';
import { AuthUnavailableError } from '../functions/shared/auth/auth-unavailable-error.ts';
import type { Caller } from '../functions/shared/caller.ts';
import { bearerToken } from '../functions/shared/rest/header.ts';
import type { Trace } from '../functions/shared/trace.ts';
import { isPermission, type Permission } from '../generated/rest/permissions.ts';
import type { CallContext } from '../grpc-shared/calls/call-context.ts';
import { DependencyOutError, RefusedCallError } from '../grpc-shared/calls/call-errors.ts';

/** How long an answer of Auth is kept. What it rests on is up to 750 ms old, so a change of rights applies here within a second. */
const keepMs = 250;
const maxKept = 10_000;
const maxTokenBytes = 8 * 1024;

type Kept = { verdict: Promise<TokenVerification>; untilMs: number };

/** Asks Auth who calls, four times a second for each token however many calls it makes. */
export class Callers {
  readonly #verify: AuthClient['verifyToken'];
  readonly #nowMs: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor({ verifyToken }: Pick<AuthClient, 'verifyToken'>, nowMs: () => number = Date.now) {
    this.#verify = verifyToken;
    this.#nowMs = nowMs;
  }

  /**
   * @throws {RefusedCallError} UNAUTHENTICATED without a good token, PERMISSION_DENIED without the permission
   * @throws {DependencyOutError} when Auth gave no answer: nobody is denied anything, nor allowed
   */
  async admit({ metadata, trace }: Pick<CallContext, 'metadata' | 'trace'>, permission: Permission): Promise<Caller> {
    const [header] = metadata.get('authorization');
    const token = typeof header === 'string' ? bearerToken({ authorization: header }) : undefined;
    if (token === undefined || token.length > maxTokenBytes) throw unauthenticated();
    const verdict = await this.#verdict(token, trace);
    if (!verdict.isValid) throw unauthenticated();
    if (!verdict.permissions.includes(permission))
      throw new RefusedCallError(status.PERMISSION_DENIED, `${permission} is needed`);
    const { userId, organizationId, permissions, localIds } = verdict;
    return { userId, organizationId, permissions: new Set(permissions.filter(isPermission)), localIds };
  }

  async #verdict(token: string, trace: Trace): Promise<TokenVerification> {
    try {
      return await this.#asked(token, trace);
    } catch (thrown) {
      if (thrown instanceof AuthUnavailableError) throw new DependencyOutError('Auth is out of reach', { cause: thrown });
      throw thrown;
    }
  }

  #asked(token: string, trace: Trace): Promise<TokenVerification> {
    const key = hash('sha256', token);
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.untilMs > this.#nowMs()) return kept.verdict;
    const verdict = this.#verify(token, trace);
    this.#kept.delete(key);
    this.#kept.set(key, { verdict, untilMs: this.#nowMs() + keepMs });
    // An outage is not kept: the next call asks again.
    verdict.catch(() => this.#kept.delete(key));
    if (this.#kept.size > maxKept) this.#forgetOldest();
    return verdict;
  }

  #forgetOldest(): void {
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }
}

const unauthenticated = () => new RefusedCallError(status.UNAUTHENTICATED, 'a valid access token is needed');

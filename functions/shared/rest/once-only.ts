import { AnsweredBeforeError, ContendedError } from '../faults.ts';
import { isIdempotencyKey, readStoredAnswer, recordKeyOf, type StoredAnswer, sha256 } from '../store/idempotency.ts';
import { type Answer, conflict, problem } from './answer.ts';
import type { Caller } from './caller.ts';
import type { ReplayedAnswer } from './rest-result.ts';

export type IdempotentRequest = {
  route: string;
  headers: Record<string, string>;
  /** What the path names: the same key for another product is another operation. */
  params: Record<string, string | undefined>;
  rawBody: string;
  caller: Caller | undefined;
  receivedAt: string;
};

/** Same key, path and body: the first answer again, byte for byte. Another path or body: 422. The first still runs: 409. */
export async function onceOnly(
  { route, headers, params, rawBody, caller, receivedAt }: IdempotentRequest,
  run: (idempotency: { recordKey: string; bodyHash: string }) => Promise<Answer>,
): Promise<Answer | ReplayedAnswer> {
  const key = headers['idempotency-key'];
  if (key === undefined || !isIdempotencyKey(key)) {
    return problem({
      status: 400,
      slug: 'idempotency-key-required',
      detail:
        'send an Idempotency-Key of 8 to 128 letters, digits, _ or -: a new one for each new operation, the same for its retries',
    });
  }
  const bodyHash = operationHash(params, rawBody);
  const recordKey = recordKeyOf({ organizationId: caller?.organizationId ?? '', userId: caller?.userId ?? '', route, key });
  const stored = await readStoredAnswer(recordKey, Date.parse(receivedAt));
  if (stored) return sameOperation(stored, bodyHash);
  try {
    return await run({ recordKey, bodyHash });
  } catch (thrown) {
    if (!(thrown instanceof AnsweredBeforeError || thrown instanceof ContendedError)) throw thrown;
    const first = await readStoredAnswer(recordKey, Date.parse(receivedAt));
    return first ? sameOperation(first, bodyHash) : stillRunning;
  }
}

/** One hash over what is asked of what. */
export const operationHash = (params: Record<string, string | undefined>, rawBody: string) =>
  sha256(JSON.stringify([Object.entries(params).sort(), rawBody]));

const stillRunning: Answer = conflict('request-in-flight', 'another request is changing the same thing: send this one again');

const sameOperation = ({ status, headers, body, bodyHash }: StoredAnswer, wanted: string): Answer | ReplayedAnswer =>
  bodyHash === wanted
    ? { status, headers, replayedBody: body }
    : problem({
        status: 422,
        slug: 'idempotency-key-reused',
        detail: 'this Idempotency-Key came before for something else: send a new key for a new operation',
      });

import { findRecord, type IdempotencyRecord, isIdempotencyKey, operationHashOf, recordKeyOf } from '../../store/idempotency.ts';
import { EarlyAnswer, refuse } from '../answer.ts';
import { type RestStep, required } from '../rest-call.ts';

/**
 * For an operation with an Idempotency-Key: sends the stored response of the first request again, byte for byte. The same key for
 * anything else is 422. The record itself is stored by the commit, in the operation's own transaction.
 */
export const replayResponse = (): RestStep => ({
  before: async ({ context: { call } }) => {
    const { operation } = required(call.matched, 'matchRoute');
    if (!operation.idempotent) return;
    const { headers, params, rawBody, receivedAt } = required(call.input, 'readInput');
    const { organizationId = '', userId = '' } = call.caller ?? {};
    const key = keyIn(headers);
    const recordKey = recordKeyOf({ organizationId, userId, route: operation.route, key });
    const operationHash = operationHashOf(key, params, rawBody);
    call.idempotent = { recordKey, operationHash };
    const record = await findRecord(recordKey, Date.parse(receivedAt));
    if (record !== undefined) replay(record, operationHash);
  },
});

/** @throws {EarlyAnswer} always: the stored response, or 422 when the record belongs to another operation */
export function replay({ response, ...record }: IdempotencyRecord, operationHash: string): never {
  if (record.operationHash !== operationHash) {
    refuse('idempotency-key-reused', {
      detail: 'this Idempotency-Key was used for something else: send a new key for a new operation',
    });
  }
  throw new EarlyAnswer({ status: response.status, headers: response.headers, replayedBody: response.body });
}

const advice =
  'send an Idempotency-Key of 8 to 128 letters, digits, _ or -: a new one for each operation, the same one when you retry it';

function keyIn(headers: Readonly<Record<string, string>>): string {
  const key = headers['idempotency-key'];
  if (key === undefined) return refuse('idempotency-key-required', { detail: advice });
  return isIdempotencyKey(key) ? key : refuse('malformed-idempotency-key', { detail: advice });
}

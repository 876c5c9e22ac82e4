import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller } from '../../../../tests/kit/rest-request.ts';
import { type Before, earlyAnswer, runStep } from '../../../../tests/kit/rest-step.ts';
import type { IdempotentOperation } from '../../store/idempotency.ts';
import { putRecord } from '../../store/idempotency.ts';
import { replayResponse } from './replay-response.ts';

const table = emptyTable('shop');
const receivedAt = '2026-11-22T10:00:00.000Z';
const caller = newCaller();
const response = { status: 201, headers: { Location: 'orders/1' }, body: '{"orderId": "1"}' };

const request = (given: { key?: string; rawBody?: string; at?: string; caller?: Before['caller'] } = {}): { before: Before } => ({
  before: {
    caller: 'caller' in given ? given.caller : caller,
    operation: { idempotent: true, route: 'POST /orders' },
    input: {
      params: {},
      query: {},
      body: {},
      rawBody: given.rawBody ?? '{}',
      headers:
        'key' in given ? (given.key === undefined ? {} : { 'idempotency-key': given.key }) : { 'idempotency-key': 'key-00001' },
      sourceAddress: '',
      receivedAt: given.at ?? receivedAt,
    },
  },
});

async function operationOf(given: Parameters<typeof request>[0] = {}): Promise<IdempotentOperation> {
  const { call } = await runStep(replayResponse(), request(given));
  if (call.idempotent === undefined) throw new Error('the step left no operation');
  return call.idempotent;
}

describe('replayResponse', () => {
  it('leaves operations without a key alone', async () => {
    const { before } = request({ key: undefined });
    const { call } = await runStep(replayResponse(), { before: { ...before, operation: { idempotent: false } } });
    expect(call.idempotent).toBeUndefined();
  });

  it('leaves the operation for the commit, and lets the first request pass', async () => {
    expect(await operationOf()).toEqual({ recordKey: expect.any(String), operationHash: expect.any(String) });
  });

  it('sends the stored response again, byte for byte', async () => {
    table.put(putRecord({ ...(await operationOf()), response }, new Date(receivedAt)));
    expect(await earlyAnswer(runStep(replayResponse(), request()))).toEqual({
      status: 201,
      headers: { Location: 'orders/1' },
      replayedBody: '{"orderId": "1"}',
    });
  });

  it('refuses the same key with another body: 422', async () => {
    table.put(putRecord({ ...(await operationOf()), response }, new Date(receivedAt)));
    expect(await earlyAnswer(runStep(replayResponse(), request({ rawBody: '{ }' })))).toMatchObject({
      status: 422,
      body: { title: 'Idempotency key reused' },
    });
  });

  it('lets the key of another caller, or of a day ago, pass', async () => {
    table.put(putRecord({ ...(await operationOf()), response }, new Date(receivedAt)));
    await operationOf({ caller: newCaller({ organizationId: caller.organizationId }) });
    await operationOf({ at: '2026-11-23T10:00:00.000Z' });
  });

  it('knows a public operation by its key alone', async () => {
    const anonymous = await operationOf({ caller: undefined });
    expect(anonymous.recordKey).not.toBe((await operationOf()).recordKey);
    expect(anonymous).toEqual(await operationOf({ caller: undefined }));
  });

  it.each([
    [undefined, 'idempotency-key-required'],
    ['short', 'malformed-idempotency-key'],
    ['with space', 'malformed-idempotency-key'],
    ['', 'malformed-idempotency-key'],
  ])('refuses the key %j: %s', async (key, slug) => {
    expect(await earlyAnswer(runStep(replayResponse(), request({ key })))).toMatchObject({
      status: 400,
      body: { type: expect.stringMatching(new RegExp(`/${slug}$`)) },
    });
  });
});

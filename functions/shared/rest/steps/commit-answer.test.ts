import { afterEach, describe, expect, it, vi } from 'vitest';
import { orderOperations } from '../../../../generated/rest/order.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { lambdaContext } from '../../../../tests/kit/lambda-context.ts';
import { gatewayEvent, newCause } from '../../../../tests/kit/rest-request.ts';
import { anyRoute, earlyAnswer } from '../../../../tests/kit/rest-step.ts';
import { ContendedError } from '../../faults.ts';
import { log } from '../../log.ts';
import { decideTries } from '../../store/commit.ts';
import { readItem } from '../../store/dynamo.ts';
import { putRecord } from '../../store/idempotency.ts';
import { putNew, putVersioned } from '../../store/write.ts';
import { created, problem } from '../answer.ts';
import type { RestCall, RestContext } from '../rest-call.ts';
import type { RouteOutcome } from '../route.ts';
import { commitAnswer } from './commit-answer.ts';

log.setLogLevel('SILENT');
const table = emptyTable('shop');
afterEach(() => vi.restoreAllMocks());

const key = { pk: 'SHELF#1', sk: 'SHELF' };
const receivedAt = new Date().toISOString();
const idempotent = { recordKey: 'record', operationHash: 'operation' };
const input = { params: {}, query: {}, body: {}, rawBody: '{}', headers: {}, sourceAddress: '', receivedAt };
const stored = {
  orderId: '0197a000-0000-7000-8000-000000000001',
  status: 'pending',
  totalAmount: { amountMinor: 1, currency: 'EUR' },
} as const;
const placed = created(stored, `orders/${stored.orderId}`);

/** Runs the step around a route, as the chain does. */
function run(outcome: () => Promise<RouteOutcome<'POST /orders'>>, more: Partial<RestCall> = { idempotent }) {
  const route = anyRoute({ key: 'POST /orders', run: outcome });
  const matched = { operation: orderOperations.placeOrder, route };
  const context: RestContext = { ...lambdaContext(), call: { cause: newCause(), matched, input, ...more } };
  return commitAnswer(gatewayEvent('POST /orders'), context);
}
const keys = () => table.items().map(({ pk }) => pk);

describe('commitAnswer', () => {
  it('stores what the route returned together with the response', async () => {
    const response = await run(async () => ({ answer: placed, writes: [putNew(key)] }));
    expect(response).toMatchObject({
      statusCode: 201,
      headers: { Location: `orders/${stored.orderId}` },
      body: JSON.stringify(stored),
    });
    expect(keys()).toEqual(['IDEMPOTENCY#record', 'SHELF#1']);
    expect(table.items()[0]).toMatchObject({
      response: { status: 201, headers: { Location: `orders/${stored.orderId}` }, body: JSON.stringify(stored) },
    });
  });

  it('stores the response of an idempotent operation that had nothing to write', async () => {
    await run(async () => placed);
    expect(keys()).toEqual(['IDEMPOTENCY#record']);
  });

  it('stores nothing of a refusal, whatever the route returned with it', async () => {
    const response = await run(async () => ({ answer: problem('stock-reserved'), writes: [putNew(key)] }));
    expect(response.statusCode).toBe(409);
    expect(keys()).toEqual([]);
  });

  it('commits without a record where the contract takes no key', async () => {
    await run(async () => ({ answer: placed, writes: [putNew(key)] }), {});
    expect(keys()).toEqual(['SHELF#1']);
  });

  it('asks no table when there is nothing to store', async () => {
    table.failNext('unreachable');
    expect((await run(async () => placed, {})).statusCode).toBe(201);
  });

  it('runs the route again when another writer came in between, and answers with the second decision', async () => {
    table.beforeNextTransaction(() => table.put(putVersioned({ ...key, version: 1 })));
    const response = await run(async () => {
      const version = Number((await readItem(key))?.version ?? 0) + 1;
      return {
        answer: created({ ...stored, totalAmount: { amountMinor: version, currency: 'EUR' } }, 'x'),
        writes: [putVersioned({ ...key, version })],
      };
    });
    expect(JSON.parse(response.body)).toMatchObject({ totalAmount: { amountMinor: 2 } });
  });

  it('answers as the first request with this key was answered, when that came in between', async () => {
    const response = { status: 201, headers: { Location: 'orders/first' }, body: '{"first": true}' };
    table.beforeNextTransaction(() => table.put(putRecord({ ...idempotent, response }, new Date(receivedAt))));
    const answer = await earlyAnswer(run(async () => ({ answer: placed, writes: [putNew(key)] })));
    expect(answer).toEqual({ status: 201, headers: response.headers, replayedBody: response.body });
    expect(keys()).toEqual(['IDEMPOTENCY#record']);
  });

  it('refuses with 422 when what came in between was another operation', async () => {
    const other = { ...idempotent, operationHash: 'another', response: { status: 201, headers: {}, body: '{}' } };
    table.beforeNextTransaction(() => table.put(putRecord(other, new Date(receivedAt))));
    expect(await earlyAnswer(run(async () => placed))).toMatchObject({ status: 422 });
  });

  it('refuses with 409 while a request with this key is still running', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    table.failNext(...Array.from({ length: decideTries }, () => 'last-contended' as const));
    expect(await earlyAnswer(run(async () => placed))).toMatchObject({
      status: 409,
      body: { type: expect.stringMatching(/request-in-flight$/) },
    });
  });

  it.each(['throttled', 'contended'] as const)('throws what is 503 when the table stays %s by others', async (fault) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    table.failNext(...Array.from({ length: decideTries }, () => fault));
    await expect(run(async () => ({ answer: placed, writes: [putNew(key)] }))).rejects.toThrow(ContendedError);
    expect(keys()).toEqual([]);
  });

  it('gives a retry after a lost answer the response that was stored', async () => {
    table.failNext('lost-answer');
    await expect(run(async () => ({ answer: placed, writes: [putNew(key)] }))).rejects.toMatchObject({ name: 'TimeoutError' });
    const second = await earlyAnswer(run(async () => ({ answer: created(stored, 'orders/second'), writes: [putNew(key)] })));
    expect(second).toMatchObject({ headers: { Location: `orders/${stored.orderId}` }, replayedBody: JSON.stringify(stored) });
  });

  it('runs the hint after the commit, and answers also when it fails', async () => {
    const hint = vi.fn(() => Promise.reject(new Error('out')));
    const response = await run(async () => ({ answer: placed, writes: [putNew(key)], hint }));
    expect([response.statusCode, hint.mock.calls.length]).toEqual([201, 1]);
  });
});

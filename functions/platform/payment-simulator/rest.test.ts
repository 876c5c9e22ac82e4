import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { trace } from '../../../tests/kit/invoke.ts';
import { gatewayEvent } from '../../../tests/kit/rest-request.ts';
import { awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { signatureHeader, signBody } from '../../shared/input/body-signature.ts';
import { handler as decide } from './callbacks.ts';
import { handler } from './rest.ts';

const table = emptyTable('simulator', { PAYMENT_PROVIDER_SECRET_ARN: 'arn:secret', CALLBACK_FUNCTION_NAME: 'callbacks' });
const invocation = 'POST /2015-03-31/functions/callbacks/invocations';
let aws: StubAws;
beforeAll(async () => {
  aws = await startStubAws({
    GetSecretValue: ({ VersionStage }) => ({ SecretString: VersionStage === 'AWSPREVIOUS' ? 'former' : 'secret' }),
    [invocation]: () => ({}),
  });
});
beforeEach(() => {
  for (const [name, value] of Object.entries(awsSettings(aws))) vi.stubEnv(name, value);
  aws.asked.length = 0;
});
afterAll(() => aws.stop());

const charge = {
  ...{ amount: { amountMinor: 1250, currency: 'EUR' }, source: 'tok_silent', callbackUrl: 'http://127.0.0.1:9/webhook' },
  reference: { organizationId: 'organization', orderId: 'order', attempt: 1 },
};

async function call(route: string, body: object | undefined, { key = 'order:1', secret = 'secret' } = {}) {
  const rawBody = body === undefined ? '' : JSON.stringify(body);
  const headers = { [signatureHeader]: signBody(rawBody, secret, Date.now()), 'Idempotency-Key': key };
  const event = gatewayEvent(route, { rawBody, headers, params: { key } });
  const { statusCode, body: answer } = await handler(event);
  return { status: statusCode, body: JSON.parse(answer) };
}
const request = (given: object = {}, settings = {}) => call('POST /charges', { ...charge, ...given }, settings);
const cancel = (key = 'order:1') => call('POST /charges/{key}/cancel', { idempotencyKey: key }, { key });
const show = () => call('GET /charges/{key}', undefined);
/** How often the Lambda that decides charges was called. */
const decisions = () => aws.asked.filter(({ operation }) => operation === invocation).length;

describe('the simulated provider', () => {
  it('looks at nothing that is not signed with the shared secret', async () => {
    expect(await request({}, { secret: 'guessed' })).toEqual({ status: 401, body: { error: 'invalid_signature' } });
    expect(table.items()).toEqual([]);
  });

  it('says whether it could charge a card, and keeps nothing of the question', async () => {
    const validate = (body: object) => call('POST /payment-methods/validate', body);
    expect(await validate({ source: 'tok_ok' })).toEqual({ status: 200, body: { status: 'valid' } });
    // Its bank declines it when it is charged.
    expect(await validate({ source: 'tok_declined' })).toEqual({ status: 200, body: { status: 'valid' } });
    expect(await validate({ source: 'tok_guessed' })).toEqual({
      status: 200,
      body: { status: 'invalid', error: 'unknown_source' },
    });
    expect(await validate({ source: 'tok_unavailable' })).toMatchObject({ status: 503 });
    expect(await validate({})).toMatchObject({ status: 400 });
    expect(table.items()).toEqual([]);
  });

  it('accepts the secret of before the last rotation', async () => {
    expect(await request({}, { secret: 'former' })).toMatchObject({ status: 202 });
  });

  it('accepts a charge, has it decided, and shows it', async () => {
    expect(await request()).toMatchObject({ status: 202, body: { status: 'requested' } });
    expect(decisions()).toBe(1);
    await decide({ key: 'order:1', ...trace });
    expect(await show()).toEqual({
      status: 200,
      body: { key: 'order:1', status: 'charged', refunds: 0, amount: charge.amount },
    });
  });

  it('refunds a charge by its id, once, also one that it made twice for one key', async () => {
    const { body } = await request({ source: 'tok_charged_twice' });
    const refund = (chargeId: unknown) => call('POST /refunds', { chargeId }, { key: `refund:${chargeId}` });
    expect(await refund(body.chargeId)).toMatchObject({ status: 422 });
    // Nobody listens at the address of the shop, so the report fails.
    await expect(decide({ key: 'order:1', ...trace })).rejects.toThrow('did not accept the report');
    const second = `${body.chargeId}_second`;
    for (let n = 0; n < 2; n++)
      expect(await refund(second)).toEqual({ status: 200, body: { status: 'refunded', chargeId: second } });
    expect(await show()).toMatchObject({ body: { status: 'charged', refunds: 0 } });
    expect(table.items().find(({ chargeId }) => chargeId === second)).toMatchObject({ status: 'refunded', refunds: 1 });
    expect(await refund('ch_unknown')).toMatchObject({ status: 404 });
  });

  it('takes a repeated request for the same charge', async () => {
    const { body } = await request();
    expect(await request()).toEqual({ status: 202, body });
    await decide({ key: 'order:1', ...trace });
    expect(await request()).toEqual({ status: 202, body: { ...body, status: 'charged' } });
    expect(decisions()).toBe(2);
  });

  it.each([
    ['malformed', 400, { amount: 5 }],
    ['unknown_source', 422, { source: 'tok_stolen' }],
    ['unavailable', 503, { source: 'tok_unavailable' }],
  ])('answers %s with %i', async (error, status, given) => {
    expect(await request(given)).toEqual({ status, body: { error } });
    expect(table.items()).toEqual([]);
  });

  it('refuses another amount under the same key', async () => {
    await request();
    const more = { amount: { amountMinor: 1251, currency: 'EUR' } };
    expect(await request(more)).toEqual({ status: 409, body: { error: 'idempotency_key_reused' } });
  });

  it('voids a charge that was not made, also one that was never requested, for good', async () => {
    expect(await cancel()).toEqual({ status: 200, body: { status: 'voided' } });
    expect(await request()).toEqual({ status: 409, body: { error: 'voided' } });
  });

  it('refunds a charge that was made, once', async () => {
    await request();
    await decide({ key: 'order:1', ...trace });
    expect(await cancel()).toMatchObject({ status: 200, body: { status: 'refunded' } });
    expect(await cancel()).toMatchObject({ status: 200, body: { status: 'refunded' } });
    expect(await show()).toMatchObject({ body: { status: 'refunded', refunds: 1 } });
  });

  it('refunds a charge that was decided while it was cancelled', async () => {
    await request();
    table.beforeNextTransaction(() => decide({ key: 'order:1', ...trace }));
    expect(await cancel()).toMatchObject({ status: 200, body: { status: 'refunded' } });
  });

  it('takes a key with a slash or a percent sign in it, and refuses one that the body does not name', async () => {
    expect(await cancel('order:1%')).toMatchObject({ status: 200 });
    const other = await call('POST /charges/{key}/cancel', { idempotencyKey: 'other' });
    expect(other).toEqual({ status: 400, body: { error: 'malformed' } });
  });

  it('knows no other route', async () => {
    expect(await call('DELETE /charges/{key}', undefined)).toEqual({ status: 404, body: { error: 'no_such_route' } });
    expect(await show()).toEqual({ status: 404, body: { error: 'unknown_charge' } });
  });
});

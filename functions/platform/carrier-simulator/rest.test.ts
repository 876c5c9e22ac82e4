import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { gatewayEvent } from '../../../tests/kit/rest-request.ts';
import { awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { signatureHeader, signBody } from '../../shared/input/body-signature.ts';
import { handler } from './rest.ts';

const table = emptyTable('carrier', {
  CARRIER_SECRET_ARN: 'arn:secret',
  MOVEMENTS_FUNCTION_NAME: 'movements',
  CARRIER_STEP_SECONDS: '1',
});
const invocation = 'POST /2015-03-31/functions/movements/invocations';
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

const shipTo = { recipient: 'Nerea Ibarra', street: 'Calle Maestra 12', postalCode: '23001', city: 'Jaén', country: 'ES' };
const parcel = {
  ...{ parcelId: 'parcel-1', shipTo, callbackUrl: 'http://127.0.0.1:9/status' },
  reference: { organizationId: 'organization', orderId: 'order', parcelId: 'parcel-1' },
};

async function call(route: string, body: object | undefined, { id = 'parcel-1', secret = 'secret' } = {}) {
  const rawBody = body === undefined ? '' : JSON.stringify(body);
  const headers = { [signatureHeader]: signBody(rawBody, secret, Date.now()) };
  const { statusCode, body: answer } = await handler(gatewayEvent(route, { rawBody, headers, params: { id } }));
  return { status: statusCode, text: answer, body: /^[{]/.test(answer) ? Object(JSON.parse(answer)) : undefined };
}
const book = (given: object = {}, settings = {}) => call('POST /parcels', { ...parcel, ...given }, settings);
const instruct = (what: string) => call(`POST /parcels/{id}/${what}`, { parcelId: 'parcel-1', what });
const moves = () => aws.asked.filter(({ operation }) => operation === invocation).length;

describe('the simulated carrier', () => {
  it('looks at nothing that is not signed with the shared secret', async () => {
    expect(await book({}, { secret: 'guessed' })).toMatchObject({ status: 401, body: { error: 'invalid_signature' } });
    expect(table.items()).toEqual([]);
    expect(await book({}, { secret: 'former' })).toMatchObject({ status: 201 });
  });

  it('books a parcel once, with a number and a label that shows the address', async () => {
    const { body } = await book();
    expect(body).toMatchObject({ carrier: 'Simulated Carrier', trackingNumber: expect.stringMatching(/^LJ-[0-9A-F]{10}$/) });
    expect((await book()).body).toEqual(body);
    const label = await call('GET /labels/{id}', undefined, { id: String(body.labelUrl).split('/')[1] ?? '' });
    expect(label.text.split('\n')).toEqual([body.trackingNumber, 'Nerea Ibarra', 'Calle Maestra 12', '23001 Jaén', 'ES']);
    expect(moves()).toBe(0);
  });

  it('moves nothing before the shop has handed it over, and takes it once', async () => {
    await book();
    expect(await instruct('handover')).toMatchObject({ status: 200, body: { status: 'moving' } });
    expect(await instruct('handover')).toMatchObject({ status: 200 });
    expect(moves()).toBe(2);
    expect(await instruct('cancel')).toMatchObject({ status: 409, body: { error: 'has_left' } });
  });

  it('leaves long steps to the schedule', async () => {
    vi.stubEnv('CARRIER_STEP_SECONDS', '14400');
    await book();
    await instruct('handover');
    expect(moves()).toBe(0);
  });

  it('cancels a parcel that it does not have, also one that was never booked, for good', async () => {
    expect(await instruct('cancel')).toMatchObject({ status: 200, body: { status: 'cancelled' } });
    expect(await book()).toMatchObject({ status: 409, body: { error: 'cancelled' } });
    expect(await instruct('handover')).toMatchObject({ status: 422, body: { error: 'not_booked' } });
  });

  it('forgets the address of a parcel that is cancelled', async () => {
    const { body } = await book();
    await instruct('cancel');
    expect(JSON.stringify(table.items())).not.toContain('Maestra');
    const id = String(body.labelUrl).split('/')[1] ?? '';
    expect(await call('GET /labels/{id}', undefined, { id })).toMatchObject({ status: 404 });
  });

  it.each([
    ['malformed', 400, { callbackUrl: 'file:///etc/passwd' }],
    ['undeliverable', 422, { shipTo: { ...shipTo, street: 'sim-refused 1' } }],
    ['unavailable', 503, { shipTo: { ...shipTo, street: 'sim-unavailable 1' } }],
  ])('answers %s with %i', async (error, status, given) => {
    expect(await book(given)).toMatchObject({ status, body: { error } });
    expect(table.items()).toEqual([]);
  });

  it('collects by itself where the address asks for it', async () => {
    await book({ shipTo: { ...shipTo, street: 'sim-early 1' } });
    expect(moves()).toBe(1);
  });

  it('refuses an instruction whose body names another parcel, and knows no other route', async () => {
    const other = await call('POST /parcels/{id}/cancel', { parcelId: 'other', what: 'cancel' });
    expect(other).toMatchObject({ status: 400 });
    expect(await call('DELETE /parcels/{id}', undefined)).toMatchObject({ status: 404, body: { error: 'no_such_route' } });
    expect(await call('GET /parcels/{id}', undefined)).toMatchObject({ status: 404, body: { error: 'unknown_parcel' } });
  });
});

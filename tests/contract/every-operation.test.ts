import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { describe, expect, inject, it } from 'vitest';
import { signatureHeader, signBody } from '../../functions/shared/input/body-signature.ts';
import { operationKeys } from '../kit/answer-check.ts';
import { secrets } from '../kit/aws.ts';
import { linkSecret } from '../kit/links.ts';
import { openMarket } from '../kit/market.ts';
import { oneOfEach, orderBody, orderEnded, placeOrder } from '../kit/orders.ts';
import { startPushDevice } from '../kit/push-device.ts';
import { type Call, newIdempotencyKey, type Operation, type RestAnswer, succeed } from '../kit/rest.ts';
import { bodyTexts, contractOperations, isId, parameterTexts, type TextPlace, withText } from '../kit/sample-requests.ts';
import { shipmentOf } from '../kit/shipments.ts';
import { expectSound } from '../kit/sound-market.ts';
import { chargeIdsOf } from '../kit/stored-market.ts';
import { functionOf, variableOf } from '../kit/system.ts';

const asGiven = (text: string) => text;
const inCapitals = (text: string) => text.toUpperCase();

/** Calls operations with their ids in one form, and remembers what it called. `succeed` checks every response. */
function recorder(form: (id: string) => string) {
  const done = new Set<Operation>();
  const created: { operation: Operation; answer: RestAnswer<unknown> }[] = [];
  const run: typeof succeed = async (operation, options) => {
    const answer = await succeed(operation, withIds(operation, options ?? {}, form));
    done.add(operation);
    if (answer.status === 201) created.push({ operation, answer });
    return answer;
  };
  return { done, created, run };
}

/** The call with every id in another form, wherever the contract says that there is one. */
function withIds(key: Operation, { params = {}, query = {}, body, ...rest }: Call, form: (id: string) => string): Call {
  const operation = contractOf(key);
  const changed = <Value>(value: Value, places: readonly TextPlace[]): Value =>
    places.filter(isId).reduce((found, { path }) => {
      const id = path.reduce<unknown>((node, name) => (node instanceof Object ? Object(node)[name] : undefined), found);
      return typeof id === 'string' ? withText(found, { path, excludes: [] }, form(id)) : found;
    }, value);
  return {
    ...rest,
    params: changed(params, parameterTexts(operation, 'path')),
    query: changed(query, parameterTexts(operation, 'query')),
    ...(body !== undefined && { body: typeof body === 'string' ? body : changed(body, bodyTexts(operation)) }),
  };
}

function contractOf(key: string) {
  const operation = contractOperations.find((one) => one.key === key);
  if (operation === undefined) throw new Error(`${key} is not in the contract`);
  return operation;
}

describe('openapi.yaml', () => {
  it.each([
    { ids: 'as they are given', form: asGiven },
    { ids: 'in capitals', form: inCapitals },
  ])('describes operations that all exist and succeed as it says, with ids $ids', async ({ form }) => {
    const { done, created, run } = recorder(form);
    const market = await openMarket();
    const { organizationId, admin, producer, buyer, localId } = market;
    const own = (token: string, options: Call = {}): Call => ({ token, ...options });
    const once = () => ({ headers: newIdempotencyKey() });

    const newcomer = { email: `${crypto.randomUUID()}@example.org`, password: 'four words are enough' };
    const registration = { ...newcomer, name: 'Ane', organizationId };
    const { body: registered } = await run('POST /auth/register', { ...once(), body: registration });
    const { body: tokens } = await run('POST /auth/login', { body: { ...newcomer, organizationId } });
    const { body: refreshed } = await run('POST /auth/refresh', { body: { refreshToken: tokens.refreshToken } });
    await run('GET /auth/verify', own(refreshed.accessToken));
    const user = { params: { userId: registered.userId } };
    // The newcomer is a buyer, who may read this of nobody else.
    await run('GET /auth/users/{userId}/permissions', own(refreshed.accessToken, user));
    await run('POST /auth/verify-email/resend', { body: { organizationId, email: newcomer.email } });
    const proof = await linkSecret(admin, 'auth.verification.requested', registered.userId);
    await run('POST /auth/verify-email', { body: { secret: proof } });
    expect((await run('GET /auth/me', own(refreshed.accessToken))).body).toMatchObject({ verified: true });
    await run('PATCH /auth/me', own(refreshed.accessToken, { body: { name: 'Ane Ibarra', language: 'en' } }));
    await run('POST /auth/logout', { body: { refreshToken: refreshed.refreshToken } });
    await run('POST /auth/password/forgotten', { body: { organizationId, email: newcomer.email } });
    const reset = await linkSecret(admin, 'auth.password.reset.requested', registered.userId);
    await run('POST /auth/password/reset', { body: { secret: reset, password: 'four other words here' } });
    await run('GET /auth/users', own(admin.token, { query: { limit: 2 } }));
    await run('GET /.well-known/jwks.json');
    await run(
      'PUT /auth/users/{userId}/roles',
      own(admin.token, { ...user, body: { roles: ['producer'], localIds: [localId] } }),
    );
    await run('GET /auth/users/{userId}/permissions', own(admin.token, user));
    const { body: local } = await run('POST /locals', own(admin.token, { ...once(), body: { name: 'Carnicería' } }));
    const opened = await run('GET /locals/{localId}', own(buyer.token, { params: { localId: local.localId } }));
    expect(opened.body).toEqual(local);
    const shop = { params: { localId: local.localId } };
    await run('PATCH /locals/{localId}', own(admin.token, { ...shop, body: { name: 'Carnicería Ortiz', status: 'open' } }));
    await run('DELETE /locals/{localId}', own(admin.token, shop));
    await run('GET /locals', own(buyer.token, { query: { limit: 1 } }));
    await run('GET /locals/{localId}/validate', own(producer.token, { params: { localId } }));
    await run('POST /auth/users/{userId}/deactivate', own(admin.token, user));

    const { body: key } = await run('POST /partners/keys', own(admin.token, { body: { name: 'Recetas del Norte' } }));
    await run('GET /partners/keys', own(admin.token, { query: { limit: 1 } }));
    await run('DELETE /partners/keys/{keyId}', own(admin.token, { params: { keyId: key.keyId } }));
    await run('GET /health');

    const price = { amountMinor: 900, currency: 'EUR' };
    const draft = { localId, name: 'Membrillo', category: 'sweets', price, initialStock: 1, lowStockThreshold: 0 };
    const { body: product } = await run('POST /products', own(producer.token, { ...once(), body: draft }));
    await run('GET /products/{productId}', own(buyer.token, { params: { productId: product.productId } }));
    const published = { params: { productId: product.productId } };
    await run('GET /products/{productId}/availability', own(buyer.token, published));
    await run('GET /products/search', own(buyer.token, { query: { q: 'membrillo', localId } }));
    const firstVersion = { headers: { 'if-match': '"1"' } };
    await run(
      'PATCH /products/{productId}',
      own(producer.token, { ...published, ...firstVersion, body: { unit: '500 g', origin: null } }),
    );
    const { body: withdrawn } = await succeed('POST /products', own(producer.token, { ...once(), body: draft }));
    await run('DELETE /products/{productId}', own(producer.token, { params: { productId: withdrawn.productId } }));
    const stock = { params: { productId: String(market.products[0]?.productId) } };
    await run('GET /inventory/{productId}', own(buyer.token, stock));
    await run('PUT /inventory/{productId}', own(producer.token, { ...stock, ...once(), body: { delta: 1, reason: 'found' } }));
    const { body: history } = await run('GET /inventory/{productId}/movements', own(producer.token, stock));
    expect(history.movements).toMatchObject([{ reason: 'adjusted', note: 'found' }, { reason: 'initial' }]);
    const wanted = { body: { lines: oneOfEach(market) } };
    expect((await run('POST /inventory/check-availability', own(buyer.token, wanted))).body.allAvailable).toBe(true);
    const card = { body: { token: 'tok_ok' } };
    expect((await run('POST /payments/methods/validate', own(buyer.token, card))).body.isValid).toBe(true);

    const { body: placed } = await run('POST /orders', own(buyer.token, { ...once(), body: orderBody(oneOfEach(market)) }));
    const ended = await orderEnded(market, placed.orderId);
    const order = { params: { orderId: placed.orderId } };
    await run('GET /orders/{orderId}', own(buyer.token, order));
    await run('GET /orders/{orderId}/timeline', own(buyer.token, order));
    await run('GET /orders/{orderId}/details', own(buyer.token, order));
    await run('GET /orders', own(producer.token, { query: { localId, status: ended.status } }));
    await run('GET /orders/customer/{customerId}', own(buyer.token, { params: { customerId: buyer.userId } }));
    await run('GET /payments/{paymentId}', own(buyer.token, { params: { paymentId: String(ended.paymentId) } }));
    const customer = { email: 'ane@example.org', name: 'Ane Otxoa' };
    const { body: person } = await run('POST /customers', own(producer.token, { ...once(), body: customer }));
    const who = { params: { customerId: person.customerId } };
    const address = { recipient: 'Ane Otxoa', street: 'Kale Nagusia 3', postalCode: '48001', city: 'Bilbao', country: 'ES' };
    const { body: booked } = await run(
      'POST /customers/{customerId}/addresses',
      own(producer.token, { ...who, ...once(), body: { address } }),
    );
    const place = { params: { ...who.params, addressId: booked.addressId } };
    const street = { address: { street: 'Kale Nagusia 4' } };
    await run('PATCH /customers/{customerId}/addresses/{addressId}', own(producer.token, { ...place, body: street }));
    const toValidate = { ...who.params, shipTo: { addressId: booked.addressId } };
    const { body: validation } = await run('POST /customers/validate', own(producer.token, { body: toValidate }));
    expect(validation).toMatchObject({ mayOrder: true, method: 'delivery' });
    const { headers: shown } = await run('GET /customers/{customerId}', own(producer.token, who));
    const ifMatch = { headers: { 'if-match': shown.get('etag') ?? '' } };
    await run('PATCH /customers/{customerId}', own(producer.token, { ...who, ...ifMatch, body: { name: 'Ane O.' } }));
    await run('DELETE /customers/{customerId}/addresses/{addressId}', own(producer.token, place));

    const device = await startPushDevice();
    device.stop();
    const ofBuyer = { params: { customerId: buyer.userId, deviceId: device.deviceId } };
    await run('GET /notifications/push-key', own(buyer.token));
    const registerDevice = own(buyer.token, { ...ofBuyer, body: device.subscription });
    await run('PUT /customers/{customerId}/devices/{deviceId}', registerDevice);
    await run('DELETE /customers/{customerId}/devices/{deviceId}', own(buyer.token, ofBuyer));
    await run('GET /notifications', own(buyer.token, { query: { customerId: buyer.userId } }));

    const { body: found } = await run('GET /audit', own(admin.token, { query: { aggregateId: placed.orderId, limit: 5 } }));
    expect(found.events).not.toHaveLength(0);

    // The provider repeats its report of the charge.
    const [chargeId] = await chargeIdsOf(organizationId, placed.orderId);
    const reference = { organizationId: form(organizationId), orderId: form(placed.orderId), attempt: 1 };
    const report = { eventId: 'evt_again', type: 'charge.completed', chargeId, transactionId: 'txn_again' };
    const body = JSON.stringify({ ...report, reference, amount: placed.totalAmount });
    const headers = { [signatureHeader]: signBody(body, await providerSecret(), Date.now()) };
    await run('POST /payments/webhook', { body, headers });
    const shipped = await shipmentOf(market, placed.orderId);
    const shipment = { params: { shipmentId: shipped.shipmentId } };
    const parcelId = String(shipped.parcels[0]?.parcelId);
    await run('GET /shipments', own(producer.token, { query: { localId } }));
    await run('GET /shipments/{shipmentId}', own(buyer.token, shipment));
    const parcel = { organizationId: form(organizationId), orderId: form(placed.orderId), parcelId: form(parcelId) };
    const seen = JSON.stringify({ status: 'created', reference: parcel, occurredAt: new Date().toISOString() });
    const signature = { [signatureHeader]: signBody(seen, await carrierSecret(), Date.now()) };
    await run('POST /shipments/{shipmentId}/status', { ...shipment, body: seen, headers: signature });
    const { body: collected } = await placeOrder(market);
    await orderEnded(market, collected.orderId);
    const { shipmentId, parcels } = await shipmentOf(market, collected.orderId);
    const handover = { params: { shipmentId, parcelId: String(parcels[0]?.parcelId) } };
    await run('POST /shipments/{shipmentId}/parcels/{parcelId}/handover', own(producer.token, handover));
    await run('POST /orders/{orderId}/cancel', own(buyer.token, { ...order, body: { reason: 'all tried' } }));

    await orderEnded(market, placed.orderId);
    await expectSound(market);
    const creating = contractOperations.filter(({ location }) => location !== undefined).map(({ key }) => key);
    expect(created.map(({ operation }) => operation).sort()).toEqual(creating.sort());
    for (const { operation, answer } of created) await followLocation(operation, answer, admin.token);

    // Last, since an erased customer cannot be read.
    await run('DELETE /customers/{customerId}', own(producer.token, who));
    expect([...done].sort()).toEqual([...operationKeys].sort());
  });
});

/** Reads what a Location names, relative to the URL of the request, as a client does. */
async function followLocation(operation: Operation, { headers, url, body }: RestAnswer<unknown>, token: string): Promise<void> {
  const { location = '' } = contractOf(operation);
  const ids: Record<string, string> = Object(body);
  const path = location.slice('GET '.length).replaceAll(/\{(\w+)\}/g, (_, name: string) => String(ids[name]));
  const target = new URL(headers.get('location') ?? '', url).href;
  expect(target, operation).toBe(new URL(`${inject('world').restUrl}/api/v1${path}`).href);
  const response = await fetch(target, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status, `${operation} names ${target}`).toBe(200);
}

const providerSecret = () => secretOf('functions/payment/rest.ts', 'PAYMENT_PROVIDER_SECRET_ARN');
const carrierSecret = () => secretOf('functions/shipping/rest.ts', 'CARRIER_SECRET_ARN');

async function secretOf(entry: string, variable: string): Promise<string> {
  const SecretId = variableOf(await functionOf(entry), variable);
  return (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '';
}

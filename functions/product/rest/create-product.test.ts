import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProductDraft } from '../../../generated/rest/types.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { at, organizationId } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { type StubAuth, type StubTwin, startStubAuth, startStubTwin } from '../../../tests/kit/stub-auth.ts';
import { authClient } from '../../shared/auth/auth-client.ts';
import { handler } from '../rest.ts';

const table = emptyTable('product');
const [ownShop, otherShop, foreignShop, unknownShop] = [1, 2, 3, 4].map((n) => `0193a000-0000-7000-8000-00000000000${n}`);
const caller = newCaller({ userId: 'user-1', organizationId, permissions: ['product:write', 'product:read'] });
/** Every field of the contract, so that one that gets lost on its way to the answer is noticed. */
const draft: Required<ProductDraft> = {
  localId: String(ownShop),
  name: 'Goat cheese',
  category: 'dairy',
  price: { amountMinor: 450, currency: 'EUR' },
  initialStock: 10,
  lowStockThreshold: 5,
  description: 'From raw milk.',
  unit: '500 g',
  origin: 'Cazorla',
  photos: ['https://photos.example.org/cheese.jpg'],
};

let auth: StubAuth;
let twin: StubTwin;
const asked: unknown[] = [];
beforeAll(async () => {
  auth = await startStubAuth({
    validateLocal({ request }, callback) {
      asked.push(request);
      if (request.localId === unknownShop) return callback({ code: status.INTERNAL, details: 'out of order' });
      const isValid = request.localId === ownShop;
      const denial = request.localId === otherShop ? 'not-assigned' : 'unknown-local';
      callback(null, { isValid, localName: isValid ? 'The Mill' : '', errorMessage: isValid ? '' : denial });
    },
  });
  twin = await startStubTwin(() => ({ status: 503 }));
  const settings = { AUTH_GRPC_TARGET: `127.0.0.1:${auth.port}`, AUTH_TWIN_URL: twin.url, AUTH_TLS: 'off' };
  Object.assign(process.env, settings);
});
afterAll(() => {
  authClient().close();
  auth.stop();
  twin.stop();
});
const create = (body: object) =>
  send(handler, 'POST /products', { body, caller, receivedAt: at, headers: { Authorization: 'Bearer a.good.token' } });

describe('createProduct', () => {
  it('stores every field of the draft and shows it at Location', async () => {
    const { status, body, headers } = await create(draft);
    const [published] = table.published();
    const productId = String(published?.aggregateId);
    expect({ status, body }).toEqual({ status: 201, body: { productId } });
    expect(headers).toMatchObject({ Location: `products/${productId}` });
    const { initialStock: _, ...shown } = draft;
    const found = await send(handler, 'GET /products/{productId}', { params: { productId }, caller });
    expect(found).toMatchObject({ status: 200, headers: { ETag: '"1"' } });
    expect(found.body).toEqual({ ...shown, productId, createdAt: at });
  });

  it('publishes what inventory and order need', async () => {
    await create(draft);
    expect(table.published()).toMatchObject([
      { type: 'product.created', eventData: draft, metadata: { organizationId, userId: 'user-1', aggregateVersion: 1 } },
    ]);
  });

  it('asks Auth whether the caller works for the shop', async () => {
    await create(draft);
    expect(asked.at(-1)).toEqual({ userId: 'user-1', organizationId, localId: ownShop });
  });

  it('is 403 for a shop of the organization that the caller does not work for', async () => {
    expect(await create({ ...draft, localId: otherShop })).toMatchObject({ status: 403 });
    expect(table.items()).toEqual([]);
  });

  it('names a shop that the organization does not have', async () => {
    expect(await create({ ...draft, localId: foreignShop })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/localId' }] },
    });
    expect(table.items()).toEqual([]);
  });

  it.each(['ABC', 'ZZZ', 'XXX', 'XTS', 'XAU', 'eur'])('refuses %s, which is no currency with minor units', async (currency) => {
    expect(await create({ ...draft, price: { amountMinor: 450, currency } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/price/currency' }] },
    });
    expect(table.items()).toEqual([]);
  });

  it('is 503 when Auth gives no answer', async () => {
    expect(await create({ ...draft, localId: unknownShop })).toMatchObject({ status: 503, headers: { 'Retry-After': '5' } });
    expect(table.items()).toEqual([]);
  });

  it('names every required field that is missing', async () => {
    const { status, body } = await create({});
    const { description: _, unit: __, origin: ___, photos: ____, ...required } = draft;
    expect(status).toBe(422);
    expect(body).toMatchObject({ errors: Object.keys(required).map((field) => ({ path: `/${field}` })) });
  });

  it('takes a product without the optional fields, and an empty list of photos as none', async () => {
    const { description: _, unit: __, origin: ___, photos: ____, ...required } = draft;
    await create({ ...required, photos: [] });
    expect(table.published()).toMatchObject([{ eventData: { ...required, createdAt: at } }]);
    expect(table.published()[0]?.eventData).not.toHaveProperty('photos');
  });

  it.each([
    ['http://photos.example.org/cheese.jpg', '/photos/0'],
    ['not an address', '/photos/0'],
  ])('refuses the photo %s', async (photo, path) => {
    const answer = await create({ ...draft, photos: [photo] });
    expect(answer).toMatchObject({ status: 422, body: { errors: expect.arrayContaining([expect.objectContaining({ path })]) } });
  });
});

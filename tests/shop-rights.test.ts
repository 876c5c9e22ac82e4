import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStock } from '../functions/inventory/model/stock.ts';
import { putStocks } from '../functions/inventory/store/stock-table.ts';
import { newProduct } from '../functions/product/model/product.ts';
import { products } from '../functions/product/store/product-table.ts';
import { authClient } from '../functions/shared/auth/auth-client.ts';
import { mayActFor } from '../functions/shared/caller.ts';
import type { OpenedShipment } from '../functions/shipping/model/shipment.ts';
import { shipmentEffects } from '../functions/shipping/store/shipment-table.ts';
import { permissions } from '../generated/rest/permissions.ts';
import { emptyTable } from './kit/empty-table.ts';
import { at, organizationId, trace } from './kit/invoke.ts';
import { newCaller, type RestLambda, send } from './kit/rest-request.ts';
import { type ContractOperation, contractOperations, sampleId, sampleRequest } from './kit/sample-requests.ts';
import { type StubAuth, startStubAuth } from './kit/stub-auth.ts';

/** The shop of everything that the samples name. */
const localId = '01980000-0000-7000-8000-000000000030';
const anotherLocalId = '01980000-0000-7000-8000-0000000000ee';
const staffPermissions = permissions.filter((permission) => permission !== 'auth:manage');
const staffOf = (...localIds: string[]) =>
  newCaller({ userId: `staff of ${localIds}`, organizationId, permissions: staffPermissions, localIds });
const callers = {
  admin: newCaller({ userId: 'admin', organizationId }),
  producer: staffOf(localId),
  neighbour: staffOf(anotherLocalId),
  nobodysStaff: staffOf(),
};

const table = emptyTable('shop-rights');
let auth: StubAuth;
/** Auth knows both shops, and who works where. */
beforeAll(async () => {
  auth = await startStubAuth({
    validateLocal({ request }, callback) {
      const caller = Object.values(callers).find(({ userId }) => userId === request.userId);
      const isValid = caller !== undefined && mayActFor(caller, request.localId);
      callback(null, { isValid, localName: 'The Mill', errorMessage: isValid ? '' : 'not-assigned' });
    },
  });
  Object.assign(process.env, {
    AUTH_GRPC_TARGET: `127.0.0.1:${auth.port}`,
    AUTH_TWIN_URL: 'http://127.0.0.1:9',
    AUTH_TLS: 'off',
  });
});
afterAll(() => {
  authClient().close();
  auth.stop();
});

/** What is stored of the shop, under the ids that the samples name. */
beforeEach(() => {
  const price = { amountMinor: 450, currency: 'EUR' };
  const product = {
    productId: sampleId,
    localId,
    name: 'Cheese',
    category: 'dairy',
    price,
    initialStock: 10,
    lowStockThreshold: 0,
  };
  table.put(...putStocks(organizationId, [openStock(product, { at }).stock]));
  table.put(products.put(organizationId, newProduct(product, sampleId, at).product));
  const shipment: OpenedShipment = {
    ...{ kind: 'opened', shipmentId: sampleId, orderId: sampleId, customerId: sampleId, method: 'collection', status: 'created' },
    parcels: [{ parcelId: sampleId, localId, status: 'created', movedAt: at }],
    ...{ createdAt: at, isAnnounced: true, version: 1 },
  };
  const context = { organizationId, at, cause: trace };
  table.put(...shipmentEffects(context, { shipment, events: [] }, undefined).writes);
});

const ofShops = contractOperations.filter(({ shop }) => shop);

async function ask(operation: ContractOperation, caller: keyof typeof callers) {
  const { domain, entry } = operation;
  const { handler }: { handler: RestLambda } = await import(join(import.meta.dirname, '../functions', domain, `${entry}.ts`));
  const { params, query, body } = sampleRequest(operation);
  const headers = { Authorization: 'Bearer a.good.token', 'If-Match': '*' };
  return send(handler, operation.key, { params, query, body, headers, caller: callers[caller] });
}

describe.each(ofShops)('$key', (operation) => {
  it.each(['producer', 'admin'] as const)('lets the %s act for the shop', async (caller) => {
    expect((await ask(operation, caller)).status).toBeLessThan(300);
  });

  it.each(['neighbour', 'nobodysStaff'] as const)('is 403 for the %s, and changes nothing', async (caller) => {
    const before = table.items();
    expect(await ask(operation, caller)).toMatchObject({ status: 403, body: { detail: 'you do not work for this shop' } });
    expect(table.items()).toEqual(before);
  });
});

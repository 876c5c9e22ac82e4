import { randomUUID } from 'node:crypto';
import { bodyOf, type LonjaClient, lonjaClient } from '../../client/lonja-client.ts';
import { LonjaError } from '../../client/lonja-error.ts';
import type { Local, Registration } from '../../generated/rest/types.ts';
import type { Money } from '../../generated/shared.ts';
import { eventually } from '../process/eventually.ts';
import { type Contact, demoUsers, marketName, shops, type UserDraft } from './demo-market.ts';

export type DemoUser = { userId: string; email: string; password: string; name: string; roles: readonly string[] };
export type DemoProduct = { productId: string; localId: string; name: string; price: Money; initialStock: number };

/** A market that was founded through REST, with everything that a script needs to trade in it. */
export type DemoMarket = {
  organizationId: string;
  name: string;
  locals: Local[];
  products: DemoProduct[];
  users: { admin: DemoUser; producer: DemoUser; buyer: DemoUser };
};

/**
 * Founds a market with its shops, users and products, and waits until every product can be ordered. Without `contact`, the buyer has no
 * address, so that orders are collected, and gets e-mails only. Calls one after the other: parallel calls would start more Lambda
 * processes, which takes longer than it saves.
 */
export async function seedMarket(restUrl: string, contact?: Contact): Promise<DemoMarket> {
  const anyone = lonjaClient({ restUrl });
  const register = (body: Registration) => bodyOf(anyone.POST('/auth/register', { body }));
  const founder = await register({ ...demoUsers.admin, organization: { name: marketName } });
  const { organizationId } = founder;
  const producer = await register({ ...demoUsers.producer, organizationId });
  const buyer = await register({ ...demoUsers.buyer, organizationId });
  // Before the products, so that order and notification know it by the time the first order is placed.
  if (contact !== undefined) {
    await addContact(await signIn(restUrl, organizationId, demoUsers.buyer), buyer.userId, contact);
  }

  const admin = await signIn(restUrl, organizationId, demoUsers.admin);
  const locals: Local[] = [];
  for (const { name } of shops) locals.push(await bodyOf(admin.POST('/locals', { body: { name } })));
  const localIds = locals.map(({ localId }) => localId);
  await admin.PUT('/auth/users/{userId}/roles', {
    params: { path: { userId: producer.userId } },
    body: { roles: ['producer'], localIds },
  });

  const products = await publish(await signIn(restUrl, organizationId, demoUsers.producer), localIds);
  await untilOnSale(await signIn(restUrl, organizationId, demoUsers.buyer), products);
  return {
    organizationId,
    name: marketName,
    locals,
    products,
    users: {
      admin: { ...demoUsers.admin, userId: founder.userId, roles: founder.roles },
      producer: { ...demoUsers.producer, userId: producer.userId, roles: ['producer'] },
      buyer: { ...demoUsers.buyer, userId: buyer.userId, roles: buyer.roles },
    },
  };
}

/** Logs in, and returns a client with the rights of that user. */
export async function signIn(restUrl: string, organizationId: string, { email, password }: UserDraft): Promise<LonjaClient> {
  const body = { organizationId, email, password };
  const { accessToken } = await bodyOf(lonjaClient({ restUrl }).POST('/auth/login', { body }));
  return lonjaClient({ restUrl, accessToken });
}

/** A registered buyer becomes a customer a moment later. */
async function addContact(buyer: LonjaClient, customerId: string, { address, ...changes }: Contact): Promise<void> {
  const params = { path: { customerId } };
  await eventually('the buyer to be a customer', () => buyer.GET('/customers/{customerId}', { params }));
  await buyer.POST('/customers/{customerId}/addresses', { params, body: { address, isDefault: true } });
  const { response } = await buyer.GET('/customers/{customerId}', { params });
  const headers = { 'If-Match': response.headers.get('ETag') ?? '' };
  await buyer.PATCH('/customers/{customerId}', { params, headers, body: changes });
}

async function publish(producer: LonjaClient, localIds: readonly string[]): Promise<DemoProduct[]> {
  const products: DemoProduct[] = [];
  for (const [index, localId] of localIds.entries()) {
    for (const product of shops[index]?.products ?? []) {
      const { productId } = await bodyOf(producer.POST('/products', { body: { localId, ...product } }));
      products.push({ productId, localId, name: product.name, price: product.price, initialStock: product.initialStock });
    }
  }
  return products;
}

/** Products reach order and inventory through events, a moment after they are published. */
async function untilOnSale(buyer: LonjaClient, products: readonly DemoProduct[]): Promise<void> {
  await eventually('the price of each product', async () => (await unknownProducts(buyer, products)).length === 0);
  for (const { name, productId } of products) {
    await eventually(`the stock of ${name}`, () => buyer.GET('/inventory/{productId}', { params: { path: { productId } } }));
  }
}

/**
 * Asks which products have no price yet, by an order that also names a product which cannot exist: it is refused as a whole, and the refusal
 * names all unknown products.
 */
async function unknownProducts(buyer: LonjaClient, products: readonly DemoProduct[]): Promise<string[]> {
  const lines = [...products.map(({ productId }) => productId), randomUUID()].map((productId) => ({ productId, quantity: 1 }));
  try {
    await buyer.POST('/orders', { body: { lines, paymentMethod: { token: 'tok_ok' } } });
  } catch (error) {
    if (!(error instanceof LonjaError) || error.status !== 422) throw error;
    return products.map(({ productId }) => productId).filter((productId) => error.message.includes(productId));
  }
  throw new Error('an order for a product that does not exist was accepted');
}

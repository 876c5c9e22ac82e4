import { randomUUID } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { inTurns } from '../../functions/shared/waiting/in-turns.ts';
import { eventually } from '../../local/process/eventually.ts';
import { tables } from './aws.ts';
import { type AnswerOf, newIdempotencyKey, succeed } from './rest.ts';
import { tableOf } from './system.ts';

export type Person = { userId: string; email: string; token: string };
export type Product = { productId: string; name: string; priceMinor: number; initialStock: number };
export type Market = {
  organizationId: string;
  localId: string;
  admin: Person;
  /** Works in the one shop and publishes its products. */
  producer: Person;
  /** The first of the buyers. */
  buyer: Person;
  buyers: readonly Person[];
  products: readonly Product[];
};
export type ProductDraft = { initialStock: number; priceMinor?: number; lowStockThreshold?: number };
export type MarketPlan = { buyers?: number; products?: readonly ProductDraft[] };

const password = 'four words are enough';
export const currency = 'EUR';
/** Requests at once. They keep two cores busy; more would only start further Lambda processes. */
const atOnce = 4;

/**
 * A fresh organization, made through REST alone: an admin, a producer with a shop, buyers and products whose stock is open and
 * whose prices order knows. Tests that have one of their own do not see each other.
 */
export async function openMarket({ buyers = 1, products = [{ initialStock: 10 }] }: MarketPlan = {}): Promise<Market> {
  const founder = await register({ organization: { name: `Mercado ${randomUUID().slice(0, 8)}` } });
  const { organizationId } = founder;
  const admin = await logIn(founder);
  const [{ body: local }, producer, people] = await Promise.all([
    succeed('POST /locals', { token: admin.token, headers: newIdempotencyKey(), body: { name: 'Quesería El Roble' } }),
    register({ organizationId }),
    inTurns(Array.from({ length: buyers }), atOnce, () => register({ organizationId }).then(logIn)),
  ]);
  const roles = { roles: ['producer'], localIds: [local.localId] };
  await succeed('PUT /auth/users/{userId}/roles', { token: admin.token, params: { userId: producer.userId }, body: roles });
  const producerSignedIn = await logIn(producer);
  const published = await inTurns(products, atOnce, (draft, index) => publish(producerSignedIn, local.localId, draft, index + 1));
  await inTurns(published, atOnce, ({ productId }) => arrived(organizationId, productId, admin));
  const [buyer = admin] = people;
  return {
    organizationId,
    localId: local.localId,
    admin,
    producer: producerSignedIn,
    buyer,
    buyers: people,
    products: published,
  };
}

/** Reads a person's stock of a product. */
export async function readStock(
  { admin }: Pick<Market, 'admin'>,
  productId: string,
): Promise<AnswerOf<'GET /inventory/{productId}'>> {
  return (await succeed('GET /inventory/{productId}', { token: admin.token, params: { productId } })).body;
}

type Registered = { organizationId: string; userId: string; email: string };

async function register(where: { organizationId: string } | { organization: { name: string } }): Promise<Registered> {
  const email = `${randomUUID()}@example.org`;
  const person = { email, password, name: 'Nerea Ibarra', ...where };
  const { body } = await succeed('POST /auth/register', { headers: newIdempotencyKey(), body: person });
  return { organizationId: body.organizationId, userId: body.userId, email };
}

/** Gets somebody who is registered an access token. */
async function logIn({ organizationId, userId, email }: Registered): Promise<Person> {
  const { body } = await succeed('POST /auth/login', { body: { organizationId, email, password } });
  return { userId, email, token: body.accessToken };
}

async function publish({ token }: Person, localId: string, draft: ProductDraft, number: number): Promise<Product> {
  const { initialStock, priceMinor = 450, lowStockThreshold = 0 } = draft;
  const name = `Queso número ${number}`;
  const price = { amountMinor: priceMinor, currency };
  const { body } = await succeed('POST /products', {
    token,
    headers: newIdempotencyKey(),
    body: { localId, name, category: 'cheese', price, initialStock, lowStockThreshold },
  });
  return { productId: body.productId, name, priceMinor, initialStock };
}

/** product.created has reached inventory, which opens the stock, and order, which copies the price. */
async function arrived(organizationId: string, productId: string, admin: Person): Promise<void> {
  await eventually(`the stock of product ${productId}`, () => readStock({ admin }, productId));
  const Key = { pk: `ORG#${organizationId}#PRICE#${productId}`, sk: 'PRICE' };
  const TableName = await tableOf('order');
  await eventually(
    `order's copy of the price of ${productId}`,
    async () => (await tables.send(new GetCommand({ TableName, Key }))).Item,
  );
}

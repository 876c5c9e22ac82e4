import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { bodyOf, type LonjaClient, lonjaClient } from '../client/lonja-client.ts';
import type { OrderPlaced, Timeline } from '../generated/rest/types.ts';
import { seedMarket, signIn } from '../local/demo/seed.ts';
import { outputNamed } from '../local/deploy/stack-outputs.ts';
import { awsSettings } from '../local/emulator/aws-settings.ts';
import type { LocalSystem } from '../local/local-system.ts';
import { eventually } from '../local/process/eventually.ts';

export type PlacedOrder = {
  orderId: string;
  correlationId: string;
  /** From the request until the client saw it confirmed. */
  seenMs: number;
};

/** A market with one product that never runs out, and what is measured on it. */
export type Shop = {
  organizationId: string;
  productId: string;
  /** An access token of the buyer. */
  token: string;
  placeAndFollow(correlationId: string, pollMs: number): Promise<PlacedOrder>;
  /** Places an order and waits until its saga has ended, by asking Step Functions, as for the bare peer. */
  placeAndEnd(correlationId: string, pollMs: number): Promise<PlacedOrder>;
  /** How long the saga's execution took, by its own clock. */
  sagaMs(orderId: string): Promise<number>;
  untilAudited(orders: readonly PlacedOrder[]): Promise<void>;
  /** The order's events with their times, the oldest first. */
  timelineOf(orderId: string): Promise<Timeline['entries']>;
};

const orderWithinMs = 120_000;

export async function openShop(system: LocalSystem): Promise<Shop> {
  const restUrl = system.restUrl();
  const { organizationId, locals, users } = await seedMarket(restUrl);
  const [producer, buyer] = await Promise.all([
    signIn(restUrl, organizationId, users.producer),
    signIn(restUrl, organizationId, users.buyer),
  ]);
  const [local] = locals;
  if (local === undefined) throw new Error('the market has no shop');
  const product = {
    localId: local.localId,
    name: 'Aceite de la prueba, 1 l',
    category: 'olive oil',
    price: { amountMinor: 900, currency: 'EUR' },
    initialStock: 1_000_000,
    lowStockThreshold: 1,
  };
  const { productId } = await bodyOf(producer.POST('/products', { body: product }));
  const place = (correlationId: string) =>
    bodyOf(
      buyer.POST('/orders', {
        body: { lines: [{ productId, quantity: 1 }], paymentMethod: { token: 'tok_ok' } },
        headers: { 'X-Correlation-Id': correlationId },
      }),
    );
  await eventually('the price of the product', () => place('bench-warm-up'));
  const { email, password } = users.buyer;
  const login = lonjaClient({ restUrl }).POST('/auth/login', { body: { organizationId, email, password } });
  const { accessToken } = await bodyOf(login);
  return {
    organizationId,
    productId,
    token: accessToken,
    placeAndFollow: (correlationId, pollMs) => placeAndFollow(buyer, place, correlationId, pollMs),
    placeAndEnd: async (correlationId, pollMs) => {
      const startedAt = performance.now();
      const { orderId } = await place(correlationId);
      await sagaMs(system, orderId, pollMs);
      return { orderId, correlationId, seenMs: performance.now() - startedAt };
    },
    sagaMs: (orderId) => sagaMs(system, orderId, 20),
    untilAudited: (orders) => untilAudited(system, organizationId, orders),
    timelineOf: async (orderId) =>
      (await bodyOf(buyer.GET('/orders/{orderId}/timeline', { params: { path: { orderId } } }))).entries,
  };
}

async function placeAndFollow(
  buyer: LonjaClient,
  place: (correlationId: string) => Promise<OrderPlaced>,
  correlationId: string,
  pollMs: number,
): Promise<PlacedOrder> {
  const startedAt = performance.now();
  const { orderId } = await place(correlationId);
  for (;;) {
    const { status } = await bodyOf(buyer.GET('/orders/{orderId}', { params: { path: { orderId } } }));
    const seenMs = performance.now() - startedAt;
    if (status === 'confirmed') return { orderId, correlationId, seenMs };
    if (status !== 'pending') throw new Error(`order ${orderId} ended ${status}`);
    if (seenMs > orderWithinMs) throw new Error(`order ${orderId} does not end`);
    await sleep(pollMs);
  }
}

/** Asks at a constant interval, like the bare peer: a longer one would measure itself. */
async function sagaMs({ awsEndpoint, stackOutputs }: LocalSystem, orderId: string, pollMs: number): Promise<number> {
  const machine = outputNamed(stackOutputs(), 'StateMachineArn');
  const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${orderId}`;
  const client = new SFNClient(awsSettings(awsEndpoint));
  const startedAt = performance.now();
  for (;;) {
    // The execution starts a moment after the order was placed.
    const execution = await client.send(new DescribeExecutionCommand({ executionArn })).catch(() => undefined);
    const { status = 'RUNNING', startDate, stopDate } = execution ?? {};
    if (status === 'SUCCEEDED' && startDate && stopDate) return stopDate.getTime() - startDate.getTime();
    if (status !== 'RUNNING') throw new Error(`the saga of ${orderId} ended ${status}`);
    if (performance.now() - startedAt > orderWithinMs) throw new Error(`the saga of ${orderId} does not end`);
    await sleep(pollMs);
  }
}

const auditedEvents = ['order.created', 'inventory.reserved', 'payment.completed', 'order.confirmed'];

/**
 * Waits until the audit table holds every step of all orders. Reads the table rather than the API: 300 calls through authorizer and Lambda
 * would be a considerable part of what is measured.
 */
async function untilAudited(
  { awsEndpoint, stackOutputs }: LocalSystem,
  organizationId: string,
  orders: readonly PlacedOrder[],
): Promise<void> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(awsSettings(awsEndpoint)));
  // A new object each time: the paginator leaves its position in it.
  const query = () => ({
    TableName: outputNamed(stackOutputs(), 'AuditTableName'),
    FilterExpression: 'organizationId = :id',
    ExpressionAttributeValues: { ':id': organizationId },
  });
  await eventually(
    'the audit trail of all orders',
    async () => {
      const found = new Set<string>();
      for await (const { Items = [] } of paginateScan({ client }, query())) {
        for (const { entry } of Items) {
          const { metadata, detailType } = JSON.parse(entry);
          found.add(`${metadata.correlationId} ${detailType}`);
        }
      }
      const expected = orders.flatMap(({ correlationId }) => auditedEvents.map((type) => `${correlationId} ${type}`));
      const missing = expected.filter((event) => !found.has(event));
      if (missing.length > 0) throw new Error(`${missing.length} of ${expected.length} missing, such as ${missing[0]}`);
      return true;
    },
    { withinMs: orderWithinMs, everyMs: 100 },
  );
}

/** The time of a GET, with the body read, in ms. */
export async function timeOfGet(restUrl: string, path: string, token: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`${restUrl}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  await response.text();
  if (!response.ok) throw new Error(`GET ${path} returned ${response.status}`);
  return performance.now() - startedAt;
}

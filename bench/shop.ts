import { setTimeout as pause } from 'node:timers/promises';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import type { AuditPage, Order, OrderPlaced, ProductCreated, Tokens } from '../generated/rest/types.ts';
import { type RestClient, restClient } from '../local/demo/rest-client.ts';
import { seedMarket, signIn } from '../local/demo/seed.ts';
import { awsSettings } from '../local/emulator/aws-settings.ts';
import { eventually } from '../local/process/eventually.ts';
import type { World } from '../local/world.ts';
import { concurrently } from './concurrently.ts';

export type PlacedOrder = {
  orderId: string;
  correlationId: string;
  /** From the request until the client saw it confirmed. */
  seenMs: number;
};

/** A market with one product that never runs out, and what is measured on it. */
export type Shop = {
  productId: string;
  /** An access token of the buyer. */
  token: string;
  placeAndFollow(correlationId: string, pollMs: number): Promise<PlacedOrder>;
  /** Places an order and waits until its saga has ended, asking Step Functions as one asks about the bare peer. */
  placeAndEnd(correlationId: string, pollMs: number): Promise<PlacedOrder>;
  /** How long the saga's execution took, by its own clock. */
  sagaMs(orderId: string): Promise<number>;
  untilAudited(orders: readonly PlacedOrder[]): Promise<void>;
};

export async function openShop(world: World): Promise<Shop> {
  const { organizationId, locals, users } = await seedMarket(world.restUrl);
  const [admin, producer, buyer] = await Promise.all(
    [users.admin, users.producer, users.buyer].map((user) => signIn(world.restUrl, organizationId, user)),
  );
  if (!admin || !producer || !buyer) throw new Error('the market has no users');
  const { productId } = await producer.post<ProductCreated>('/products', {
    localId: locals[0]?.localId,
    name: 'Aceite de la prueba, 1 l',
    category: 'olive oil',
    price: { amountMinor: 900, currency: 'EUR' },
    initialStock: 1_000_000,
    lowStockThreshold: 1,
  });
  const place = (correlationId: string) =>
    buyer.post<OrderPlaced>(
      '/orders',
      { lines: [{ productId, quantity: 1 }], paymentMethod: { token: 'tok_ok' } },
      { 'X-Correlation-Id': correlationId },
    );
  await eventually('the price of the product', () => place('bench-warm-up'));
  const { accessToken } = await restClient(world.restUrl).post<Tokens>('/auth/login', {
    organizationId,
    email: users.buyer.email,
    password: users.buyer.password,
  });
  return {
    productId,
    token: accessToken,
    placeAndFollow: (correlationId, pollMs) => placeAndFollow(buyer, place, correlationId, pollMs),
    placeAndEnd: async (correlationId, pollMs) => {
      const startedAt = performance.now();
      const { orderId } = await place(correlationId);
      await sagaMs(world, orderId, pollMs);
      return { orderId, correlationId, seenMs: performance.now() - startedAt };
    },
    sagaMs: (orderId) => sagaMs(world, orderId, 20),
    untilAudited: (orders) => untilAudited(admin, orders),
  };
}

async function placeAndFollow(
  buyer: RestClient,
  place: (correlationId: string) => Promise<OrderPlaced>,
  correlationId: string,
  pollMs: number,
): Promise<PlacedOrder> {
  const startedAt = performance.now();
  const { orderId } = await place(correlationId);
  for (;;) {
    const { status } = await buyer.get<Order>(`/orders/${orderId}`);
    const seenMs = performance.now() - startedAt;
    if (status === 'confirmed') return { orderId, correlationId, seenMs };
    if (status !== 'pending') throw new Error(`order ${orderId} ended ${status}`);
    if (seenMs > 120_000) throw new Error(`order ${orderId} does not end`);
    await pause(pollMs);
  }
}

async function sagaMs({ awsEndpoint, stackOutputs }: World, orderId: string, everyMs: number): Promise<number> {
  const machine = stackOutputs.Saga.StateMachineArn ?? '';
  const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${orderId}`;
  const client = new SFNClient(awsSettings(awsEndpoint));
  // It begins a moment after the order is placed, and ends a moment after its last task confirmed the order.
  return eventually(
    'the end of the execution',
    async () => {
      const { status, startDate, stopDate } = await client.send(new DescribeExecutionCommand({ executionArn }));
      if (status !== 'RUNNING' && status !== 'SUCCEEDED') throw new Error(`the saga of ${orderId} ended ${status}`);
      return startDate && stopDate ? stopDate.getTime() - startDate.getTime() : undefined;
    },
    { withinMs: 120_000, everyMs },
  );
}

/** Every step of a confirmed order stands in the trail. */
async function untilAudited(admin: RestClient, orders: readonly PlacedOrder[]): Promise<void> {
  const told = ['order.created', 'inventory.reserved', 'payment.completed', 'order.confirmed'];
  await concurrently(orders.length, 8, (index) =>
    eventually(
      `the audit trail of order ${index}`,
      async () => {
        const { events } = await admin.get<AuditPage>(`/audit?correlationId=${orders[index]?.correlationId}&limit=50`);
        return told.every((type) => events.some(({ detailType }) => detailType === type));
      },
      { withinMs: 120_000 },
    ),
  );
}

/** Time of a GET, with the body read, in ms. */
export async function timeOfGet(world: World, path: string, token: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(`${world.restUrl}${path}`, { headers: { Authorization: `Bearer ${token}` } });
  await answer.text();
  if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}`);
  return performance.now() - startedAt;
}

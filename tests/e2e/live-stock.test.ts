import { randomUUID } from 'node:crypto';
import { type ClientReadableStream, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type BulkImportResponse,
  type InventoryServiceClient,
  type InventoryServiceService,
  RejectionReason,
  type StockEntry,
  SyncRequest,
  type SyncResponse,
  type WatchStockResponse,
} from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { eventually } from '../../local/process/eventually.ts';
import { startGrpc, stopGrpc } from '../kit/grpc-control.ts';
import { answerOf, bearing, inventoryClient } from '../kit/grpc-inventory.ts';
import { type Market, openMarket, type Person, readStock } from '../kit/market.ts';
import { audited, orderEnded, placeOrder } from '../kit/orders.ts';
import { newIdempotencyKey, succeed } from '../kit/rest.ts';
import { expectSound } from '../kit/sound-market.ts';

const open: InventoryServiceClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});
function client(): InventoryServiceClient {
  const made = inventoryClient();
  open.push(made);
  return made;
}

const idOf = ({ products }: Market, index: number) => String(products[index]?.productId);
const adjust = (market: Market, index: number, delta: number) =>
  succeed('PUT /inventory/{productId}', {
    token: market.producer.token,
    headers: newIdempotencyKey(),
    params: { productId: idOf(market, index) },
    body: { delta, reason: 'count' },
  });

/** Follows products; `seen` are the versions to go on from. */
function watch(who: Person, seen: ReadonlyMap<string, bigint>) {
  const products = [...seen].map(([productId, seenVersion]) => ({ productId, seenVersion }));
  const stream = client().watchStock({ products }, bearing(who));
  const told: { productId: string; available: number; reserved: number; version: bigint; atMs: number }[] = [];
  let isComplete = false;
  stream.on('data', ({ stocks, snapshotComplete }: WatchStockResponse) => {
    isComplete ||= snapshotComplete;
    for (const { productId, available, reserved, aggregateVersion } of stocks)
      told.push({ productId, available, reserved, version: aggregateVersion, atMs: performance.now() });
  });
  const ended = new Promise<ServiceError>((resolve) => stream.on('error', resolve));
  const until = (version: bigint) => eventually(`version ${version}`, async () => told.find((one) => one.version === version));
  return { stream, told, ended, until, complete: () => eventually('the snapshot', async () => isComplete) };
}

describe('live stock', () => {
  it('reaches a watcher within a second, whoever changed it, and is not missed over a restart', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const product = idOf(market, 0);
    const watched = watch(market.buyer, new Map([[product, 0n]]));
    await watched.complete();
    expect(watched.told).toMatchObject([{ productId: product, available: 10, reserved: 0, version: 1n }]);

    await adjust(market, 0, 5);
    const adjustedMs = performance.now();
    const adjusted = await watched.until(2n);
    expect(adjusted).toMatchObject({ available: 15 });
    expect(adjusted.atMs - adjustedMs).toBeLessThan(1000);

    const placed = await placeOrder(market);
    await orderEnded(market, placed.body.orderId);
    expect(await watched.until(3n)).toMatchObject({ available: 14, reserved: 1 });

    await stopGrpc('inventory');
    expect(await watched.ended).toMatchObject({ code: status.UNAVAILABLE });
    await adjust(market, 0, -4);
    await startGrpc('inventory');
    const resumed = watch(market.buyer, new Map([[product, 3n]]));
    expect(await resumed.until(4n)).toMatchObject({ available: 10, reserved: 1 });
    resumed.stream.cancel();
    await expectSound(market);
  });

  it('is told to nobody of another market, nor to who may not be there any more', async () => {
    const [market, other] = await Promise.all([openMarket({ products: [{ initialStock: 3 }] }), openMarket({ products: [] })]);
    const product = idOf(market, 0);
    const lines = [{ productId: product, quantity: 3 }];
    const check = (who: Person) => answerOf((answered) => client().checkStock({ lines }, bearing(who), answered));
    expect(await check(market.buyer)).toMatchObject({ allAvailable: true, lines: [{ available: 3, isKnown: true }] });
    expect(await check(other.buyer)).toMatchObject({ allAvailable: false, lines: [{ available: 0, isKnown: false }] });

    const watched = watch(market.buyer, new Map([[product, 0n]]));
    await watched.complete();
    const { userId } = market.buyer;
    await succeed('POST /auth/users/{userId}/deactivate', { token: market.admin.token, params: { userId } });
    expect(await watched.ended).toMatchObject({ code: status.UNAUTHENTICATED });
    await expect(check(market.buyer)).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
  });
});

/** Every method of the service that streams to the caller, and how it is opened. One that is added does not compile until it is here. */
type Streaming = {
  [Method in keyof typeof InventoryServiceService]: (typeof InventoryServiceService)[Method]['responseStream'] extends true
    ? Method
    : never;
}[keyof typeof InventoryServiceService];
const streams: Record<Streaming, (who: Person, productId: string) => ClientReadableStream<unknown>> = {
  watchStock: (who, productId) => client().watchStock({ products: [{ productId, seenVersion: 0n }] }, bearing(who)),
  sync: (who, productId) => {
    const call = client().sync(bearing(who));
    const start = { journalId: randomUUID(), products: [{ productId, seenVersion: 0n }] };
    call.write(SyncRequest.fromPartial({ start }));
    return call;
  },
};

describe.each(Object.entries(streams))('a stream of %s', (_, openStream) => {
  it.each([
    { change: 'deactivated', code: status.UNAUTHENTICATED },
    { change: 'without roles', code: status.PERMISSION_DENIED },
  ])('ends within five seconds after its user is $change', async ({ change, code }) => {
    const market = await openMarket({ products: [{ initialStock: 3 }] });
    const { admin, producer } = market;
    const stream = openStream(producer, idOf(market, 0));
    const ended = new Promise<ServiceError>((resolve) => stream.on('error', resolve));
    await new Promise((resolve) => stream.once('data', resolve));
    const user = { token: admin.token, params: { userId: producer.userId } };
    if (change === 'deactivated') await succeed('POST /auth/users/{userId}/deactivate', user);
    else await succeed('PUT /auth/users/{userId}/roles', { ...user, body: { roles: [], localIds: [] } });
    const changedMs = performance.now();
    expect(await ended).toMatchObject({ code });
    expect(performance.now() - changedMs).toBeLessThan(5000);
  });
});

describe('an import', () => {
  it('names its bad rows, keeps the good ones, and counts once however often it is sent', async () => {
    const products = Array.from({ length: 6 }, () => ({ initialStock: 10 }));
    const market = await openMarket({ products });
    const found = (number: number, productId: string, delta: number): StockEntry => ({
      number,
      productId,
      delta,
      note: 'stocktaking',
    });
    const rows = [
      ...Array.from({ length: 30 }, (_, index) => found(index + 1, idOf(market, index % 6), 2)),
      found(31, idOf(market, 0), -1),
      found(32, idOf(market, 1), -100),
      found(33, randomUUID(), 1),
      { number: 34, productId: idOf(market, 2), counted: 7, note: 'stocktaking' },
    ];
    const importId = randomUUID();
    const send = (who: Person) =>
      answerOf<BulkImportResponse>((answered) => {
        const call = client().bulkImport(bearing(who), answered);
        for (const entry of rows) call.write({ importId, entry });
        call.end();
      });

    const first = await send(market.producer);
    expect(first).toMatchObject({ received: 34, applied: 32, repeated: 0 });
    expect(first.rejected.map(({ number, reason }) => [number, reason])).toEqual([
      [32, RejectionReason.REJECTION_REASON_BELOW_ZERO],
      [33, RejectionReason.REJECTION_REASON_UNKNOWN_PRODUCT],
    ]);
    expect(await send(market.producer)).toMatchObject({ received: 34, applied: 0, repeated: 32 });
    const available = await Promise.all([0, 1, 2, 5].map((index) => readStock(market, idOf(market, index))));
    expect(available.map((stock) => stock.available)).toEqual([19, 20, 7, 20]);
    await expect(send(market.buyer)).rejects.toMatchObject({ code: status.PERMISSION_DENIED });

    await expectSound(market);
    const notes = await eventually('the events', async () => {
      const events = await audited(market, { aggregateId: idOf(market, 0) });
      const updates = events.filter(({ detailType }) => detailType === 'inventory.updated');
      return updates.length === 7 && updates.map(({ eventData }) => eventData.note);
    });
    expect(notes).toEqual([undefined, ...Array.from({ length: 6 }, () => 'stocktaking')]);
  });

  it('counts once when it is sent twice at the same time, and a watcher ends with the last count', async () => {
    const market = await openMarket({ products: [{ initialStock: 0 }, { initialStock: 0 }] });
    const watched = watch(market.buyer, new Map([0, 1].map((index) => [idOf(market, index), 0n])));
    await watched.complete();
    const importId = randomUUID();
    const send = () =>
      answerOf<BulkImportResponse>((answered) => {
        const call = client().bulkImport(bearing(market.producer), answered);
        for (let number = 1; number <= 20; number++)
          call.write({ importId, entry: { number, productId: idOf(market, number % 2), delta: number, note: 'stocktaking' } });
        call.end();
      });
    const answers = await Promise.all([send(), send()]);
    expect(answers.map(({ received }) => received)).toEqual([20, 20]);
    expect(answers.flatMap(({ rejected }) => rejected)).toEqual([]);
    expect(answers.reduce((sum, { applied }) => sum + applied, 0)).toBe(20);
    for (const [index, available] of [110, 100].entries()) {
      expect(await readStock(market, idOf(market, index))).toMatchObject({ available, version: 11 });
      await eventually('the last count', async () =>
        watched.told.some((one) => one.productId === idOf(market, index) && one.available === available && one.version === 11n),
      );
    }
    await expectSound(market);
  });
});

describe('a device', () => {
  it('is told what changed elsewhere, and what became of its own changes', async () => {
    const market = await openMarket({ products: [{ initialStock: 10 }] });
    const productId = idOf(market, 0);
    const call = client().sync(bearing(market.producer));
    const responses: SyncResponse[] = [];
    call.on('data', (response: SyncResponse) => responses.push(response));
    const ended = new Promise<{ code: status }>((resolve) => {
      call.on('status', resolve);
      call.on('error', () => {});
    });
    const send = (request: Partial<SyncRequest>) => call.write(SyncRequest.fromPartial(request));
    const levels = () => responses.flatMap((response) => response.levels?.stocks ?? []);

    send({ start: { journalId: randomUUID(), products: [{ productId, seenVersion: 0n }] } });
    await eventually('the snapshot', async () => levels().length === 1);
    send({ entry: { number: 1, productId, delta: -3, note: 'sold at the door' } });
    await eventually('its own change', async () => levels().some(({ available }) => available === 7));
    await adjust(market, 0, 1);
    await eventually('a change from elsewhere', async () => levels().some(({ available }) => available === 8));
    send({ receivedSequence: responses.flatMap((response) => response.levels?.sequence ?? []).at(-1) });
    call.end();
    expect(await ended).toMatchObject({ code: status.OK });
    const acknowledged = responses.flatMap(({ acknowledgement }) => (acknowledgement ? [acknowledgement] : []));
    expect(acknowledged).toEqual([{ number: 1, rejected: undefined, repeated: false }]);
    await expectSound(market);
  });
});

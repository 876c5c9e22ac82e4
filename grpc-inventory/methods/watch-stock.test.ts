import { type ClientReadableStream, type ServiceError, status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WatchStockResponse } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { callRegistry } from '../../grpc-shared/calls/call-metrics.ts';
import { bearing, productId, serviceInMemory } from '../../tests/kit/grpc/inventory-in-memory.ts';

let service: Awaited<ReturnType<typeof serviceInMemory>>;
afterEach(() => service.close());

type Watch = {
  stream: ClientReadableStream<WatchStockResponse>;
  messages: WatchStockResponse[];
  /** What was told last of each product, as `available@version`. */
  levels: Map<string, string>;
  versions: Map<string, bigint>;
  ended: Promise<ServiceError>;
};

function watch(seen: Record<number, bigint | number>, token = 'buyer'): Watch {
  const products = Object.entries(seen).map(([number, version]) => ({
    productId: productId(Number(number)),
    seenVersion: BigInt(version),
  }));
  const stream = service.client().watchStock({ products }, bearing(token));
  const messages: WatchStockResponse[] = [];
  const levels = new Map<string, string>();
  const versions = new Map<string, bigint>();
  stream.on('data', (message: WatchStockResponse) => {
    messages.push(message);
    for (const stock of message.stocks) {
      expect(stock.aggregateVersion).toBeGreaterThan(versions.get(stock.productId) ?? 0n);
      versions.set(stock.productId, stock.aggregateVersion);
      levels.set(stock.productId, `${stock.available}@${stock.aggregateVersion}`);
    }
  });
  const ended = new Promise<ServiceError>((resolve) => stream.on('error', resolve));
  return { stream, messages, levels, versions, ended };
}
const snapshotOf = ({ messages }: Watch) => eventually(() => messages.find((message) => message.snapshotComplete));

/** What `condition` finds, as soon as it finds it. */
const eventually = <Found>(condition: () => Found) => vi.waitUntil(condition, { timeout: 10_000, interval: 5 });

describe('WatchStock', () => {
  it('sends what is stored, then what changes', async () => {
    service = await serviceInMemory();
    const watched = watch({ 1: 0, 2: 0, 9: 0 });
    const end = await snapshotOf(watched);
    expect(end.unknownProductIds).toEqual([productId(9)]);
    expect([...watched.levels]).toEqual([
      [productId(1), '10@1'],
      [productId(2), '10@1'],
    ]);
    service.setAvailable(2, 7);
    service.setAvailable(3, 1);
    service.setAvailable(9, 4);
    await eventually(() => watched.levels.size === 3 && watched.levels.get(productId(2)) === '7@2');
    expect(watched.levels.has(productId(3))).toBe(false);
  });

  it('goes on from the versions seen: what did not change meanwhile is not sent', async () => {
    service = await serviceInMemory();
    service.setAvailable(1, 5);
    const watched = watch({ 1: 1, 2: 1 });
    await snapshotOf(watched);
    expect([...watched.levels]).toEqual([[productId(1), '5@2']]);
  });

  it('misses no last value over breaks, while stocks change', async () => {
    service = await serviceInMemory({ products: 5 });
    const seen = new Map<number, bigint>();
    for (let round = 0; round < 15; round++) {
      const watched = watch(Object.fromEntries([1, 2, 3, 4, 5].map((number) => [number, seen.get(number) ?? 0n])));
      for (let change = 0; change < 20; change++) {
        service.setAvailable(1 + ((round + change) % 5), change);
        if (change % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      if (round === 14)
        await eventually(() => [1, 2, 3, 4, 5].every((number) => newest(number, watched) === service.stockOf(number)?.version));
      watched.stream.cancel();
      await watched.ended;
      for (const number of [1, 2, 3, 4, 5]) seen.set(number, watched.versions.get(productId(number)) ?? seen.get(number) ?? 0n);
      service.setAvailable(1 + (round % 5), 99);
    }
    const last = watch(Object.fromEntries([...seen]));
    await snapshotOf(last);
    for (const number of [1, 2, 3, 4, 5])
      expect(Number(last.versions.get(productId(number)) ?? seen.get(number))).toBe(service.stockOf(number)?.version);

    function newest(number: number, { versions }: Watch): number {
      return Number(versions.get(productId(number)) ?? seen.get(number));
    }
  });

  it('lets watchers that arrive together share their first read', async () => {
    service = await serviceInMemory({ products: 250 });
    const findLevels = vi.spyOn(service.store, 'findLevels');
    const products = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [index + 1, 0]));
    const watches = Array.from({ length: 40 }, () => watch(products));
    await Promise.all(watches.map(snapshotOf));
    for (const { levels } of watches) expect(levels.size).toBe(250);
    // The first, and all that came while it was read: three queries each. Alone they would have taken 120.
    expect(findLevels.mock.calls.length).toBeLessThanOrEqual(15);
  });

  it('forgets a watcher that hung up', async () => {
    service = await serviceInMemory();
    const watched = watch({ 1: 0 });
    await snapshotOf(watched);
    expect(service.board.subscriberCount).toBe(1);
    watched.stream.cancel();
    await eventually(() => service.board.subscriberCount === 0);
  });

  it('tells nobody of another market’s stock', async () => {
    service = await serviceInMemory();
    const watched = watch({ 1: 0 }, 'stranger');
    expect((await snapshotOf(watched)).unknownProductIds).toEqual([productId(1)]);
    service.setAvailable(1, 3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(watched.levels.size).toBe(0);
  });

  it('ends UNAVAILABLE when the process drains', async () => {
    service = await serviceInMemory();
    const watched = watch({ 1: 0 });
    await snapshotOf(watched);
    service.health.startDraining();
    expect(await watched.ended).toMatchObject({ code: status.UNAVAILABLE });
  });

  it('drops a subscriber that stops reading, says so, and keeps no memory for it', async () => {
    service = await serviceInMemory({ products: 1000, stallLimitMs: 1000 });
    const seen = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [index + 1, 0]));
    const slow = watch(seen);
    const quick = watch(seen);
    await Promise.all([snapshotOf(slow), snapshotOf(quick)]);
    slow.stream.pause();
    for (let round = 0; service.board.subscriberCount === 2 && round < 200; round++) {
      for (let number = 1; number <= 1000; number++) service.setAvailable(number, round);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await eventually(() => service.board.subscriberCount === 1);
    // It is counted although its caller has not noticed yet.
    const metrics = () => callRegistry.metrics();
    await expect.poll(metrics).toMatch(/^grpc_requests_total\{.*method="WatchStock",status="RESOURCE_EXHAUSTED"\} 1$/m);
    slow.stream.resume();
    expect(await slow.ended).toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    await eventually(() => [...quick.versions.values()].every((version) => Number(version) === service.stockOf(1)?.version));
  });

  it.each([
    ['without a token', 'nobody', { 1: 0 }, status.UNAUTHENTICATED],
    ['for nothing', 'buyer', {}, status.INVALID_ARGUMENT],
    [
      'for too much',
      'buyer',
      Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [index, 0])),
      status.INVALID_ARGUMENT,
    ],
  ])('is refused %s', async (_what, token, seen, code) => {
    service = await serviceInMemory();
    expect(await watch(seen, token).ended).toMatchObject({ code });
  });

  it('is UNAVAILABLE, not denied, when Auth is out', async () => {
    service = await serviceInMemory();
    service.tokens.set('buyer', 'out');
    expect(await watch({ 1: 0 }).ended).toMatchObject({ code: status.UNAVAILABLE });
  });
});

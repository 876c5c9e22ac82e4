import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StockLevel } from '../../functions/inventory/model/stock-feed.ts';
import { WatchStockResponse } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { BoardFullError, StockBoard } from './stock-board.ts';
import { encodeSnapshotEnd } from './stock-message.ts';

const market = 'market';
const level = (productId: string, version: number, available = version): StockLevel => ({
  productId,
  available,
  reserved: 0,
  shipped: 0,
  version,
});
const read = (message: Uint8Array | undefined) =>
  message === undefined
    ? []
    : WatchStockResponse.decode(message).stocks.map((stock) => `${stock.productId} ${stock.aggregateVersion}`);

describe('a stock board', () => {
  it('has one message ready with all that changed since the last', () => {
    const board = new StockBoard();
    const subscription = board.subscribe(
      market,
      new Map([
        ['ham', 0],
        ['egg', 0],
      ]),
    );
    board.publish(market, [level('ham', 1), level('egg', 1), level('ham', 2), level('fig', 1)]);
    board.publish(market, [level('ham', 3)]);
    expect(read(subscription.take(10))).toEqual(['ham 3', 'egg 1']);
    expect(subscription.take(10)).toBeUndefined();
  });

  it('passes over what a subscriber has seen, and what comes late or again', () => {
    const board = new StockBoard();
    const subscription = board.subscribe(market, new Map([['ham', 4]]));
    board.publish(market, [level('ham', 4), level('ham', 6), level('ham', 5), level('ham', 6)]);
    expect(read(subscription.take(10))).toEqual(['ham 6']);
  });

  it('sends what is stored when the subscriber claims to have seen what cannot be', () => {
    const subscription = new StockBoard().subscribe(market, new Map([['ham', 900]]));
    subscription.offerStored(level('ham', 2), 900);
    expect(read(subscription.take(10))).toEqual(['ham 2']);
  });

  it('tells nobody of another market', () => {
    const board = new StockBoard();
    const subscription = board.subscribe('other', new Map([['ham', 0]]));
    board.publish(market, [level('ham', 1)]);
    expect(subscription.take(10)).toBeUndefined();
  });

  it('holds at most one level a product for who does not take any', () => {
    const board = new StockBoard();
    const subscription = board.subscribe(market, new Map([['ham', 0]]));
    for (let version = 1; version <= 10_000; version++) board.publish(market, [level('ham', version)]);
    expect(subscription.waiting).toHaveLength(1);
    expect(read(subscription.take(10))).toEqual(['ham 10000']);
  });

  it('forgets who has left', () => {
    const board = new StockBoard();
    const one = board.subscribe(market, new Map([['ham', 0]]));
    const two = board.subscribe(market, new Map([['ham', 0]]));
    board.unsubscribe(one);
    board.unsubscribe(one);
    expect([...board.organizationIds]).toEqual([market]);
    board.publish(market, [level('ham', 1)]);
    expect(one.take(10)).toBeUndefined();
    expect(read(two.take(10))).toEqual(['ham 1']);
    board.unsubscribe(two);
    expect([...board.organizationIds]).toEqual([]);
    expect(board.subscriberCount).toBe(0);
  });

  it('is full at some time, and has room again when somebody leaves', () => {
    const board = new StockBoard(3);
    const ham = new Map([['ham', 0]]);
    const [first] = [1, 2, 3].map(() => board.subscribe(market, ham));
    expect(() => board.subscribe(market, ham)).toThrow(BoardFullError);
    if (first !== undefined) board.unsubscribe(first);
    board.subscribe(market, ham);
  });

  it('wakes who waits, once there is something to take or no reason to wait', async () => {
    const board = new StockBoard();
    const subscription = board.subscribe(market, new Map([['ham', 0]]));
    const waiting = subscription.changed(new AbortController().signal);
    board.publish(market, [level('ham', 1)]);
    await waiting;
    subscription.take(10);
    const end = new AbortController();
    const inVain = subscription.changed(end.signal);
    end.abort(new Error('over'));
    await expect(inVain).rejects.toThrow('over');
    await expect(subscription.changed(end.signal)).rejects.toThrow('over');
  });

  it('gives the last value of every product, in rising versions, however the feed orders and the subscriber takes', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({ step: fc.constant('publish' as const), product: fc.constantFrom('ham', 'egg', 'fig'), lag: fc.nat(3) }),
        fc.record({ step: fc.constant('take' as const), levels: fc.integer({ min: 1, max: 3 }) }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (schedule) => {
        const board = new StockBoard();
        const newest = new Map([
          ['ham', 0],
          ['egg', 0],
          ['fig', 0],
        ]);
        const subscription = board.subscribe(market, newest);
        const had = new Map(newest);
        const take = (levels: number) => {
          const message = subscription.take(levels);
          if (message === undefined) return;
          for (const { productId, aggregateVersion } of WatchStockResponse.decode(message).stocks) {
            expect(Number(aggregateVersion)).toBeGreaterThan(had.get(productId) ?? 0);
            had.set(productId, Number(aggregateVersion));
          }
        };
        for (const step of schedule) {
          if (step.step === 'take') take(step.levels);
          else {
            const version = Math.max(1, (newest.get(step.product) ?? 0) + 1 - step.lag);
            newest.set(step.product, Math.max(newest.get(step.product) ?? 0, version));
            board.publish(market, [level(step.product, version)]);
          }
        }
        take(3);
        expect(had).toEqual(newest);
      }),
    );
  });
});

it('a message and the end of a snapshot strung together are one message', () => {
  const board = new StockBoard();
  const subscription = board.subscribe(market, new Map([['ham', 0]]));
  board.publish(market, [level('ham', 1, 7)]);
  const message = Buffer.concat([subscription.take(10) ?? new Uint8Array(), encodeSnapshotEnd(['fig'])]);
  expect(WatchStockResponse.decode(message)).toEqual({
    stocks: [{ productId: 'ham', available: 7, reserved: 0, shipped: 0n, aggregateVersion: 1n }],
    snapshotComplete: true,
    unknownProductIds: ['fig'],
  });
});

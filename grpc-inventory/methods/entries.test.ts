import { randomUUID } from 'node:crypto';
import { status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type BulkImportRequest,
  type BulkImportResponse,
  RejectionReason,
  type StockEntry,
  SyncRequest,
  type SyncResponse,
} from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { answerOf, bearing, productId, serviceInMemory } from '../../tests/kit/grpc/inventory-in-memory.ts';

let service: Awaited<ReturnType<typeof serviceInMemory>>;
afterEach(() => service.close());

const found = (number: number, product: number, delta: number): StockEntry => ({
  number,
  productId: productId(product),
  delta,
  note: 'count',
});

/** What `condition` finds, as soon as it finds it. */
const eventually = <Found>(condition: () => Found) => vi.waitUntil(condition, { timeout: 10_000, interval: 5 });

describe('CheckStock', () => {
  it('answers from the caller’s own market', async () => {
    service = await serviceInMemory();
    const lines = [{ productId: productId(1), quantity: 10 }];
    const ask = (token: string) => answerOf((answered) => service.client().checkStock({ lines }, bearing(token), answered));
    expect(await ask('buyer')).toMatchObject({ allAvailable: true, lines: [{ available: 10, isKnown: true }] });
    expect(await ask('stranger')).toMatchObject({ allAvailable: false, lines: [{ available: 0, isKnown: false }] });
    await expect(ask('nobody')).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
  });
});

describe('BulkImport', () => {
  function send(rows: readonly (StockEntry | undefined)[], { importId = randomUUID() as string, token = 'producer' } = {}) {
    return answerOf<BulkImportResponse>((answered) => {
      const call = service.client().bulkImport(bearing(token), answered);
      // What is written after a refusal goes nowhere.
      call.on('error', () => {});
      rows.forEach((entry, index) => {
        const row: BulkImportRequest = { importId: index === 0 ? importId : '', entry };
        call.write(row);
      });
      call.end();
    });
  }

  it('names each bad row and keeps the good ones', async () => {
    service = await serviceInMemory();
    const answer = await send([
      found(1, 1, 5),
      found(2, 2, -11),
      undefined,
      found(4, 9, 1),
      { ...found(5, 3, 0), delta: undefined, counted: 4 },
    ]);
    expect(answer).toMatchObject({ received: 5, applied: 2, repeated: 0 });
    expect(answer.rejected.map(({ number, reason }) => [number, reason]).toSorted()).toEqual([
      [0, RejectionReason.REJECTION_REASON_INVALID],
      [2, RejectionReason.REJECTION_REASON_BELOW_ZERO],
      [4, RejectionReason.REJECTION_REASON_UNKNOWN_PRODUCT],
    ]);
    expect([1, 2, 3].map((number) => service.stockOf(number)?.available)).toEqual([15, 10, 4]);
  });

  it('is safe to repeat, whole or from a break', async () => {
    service = await serviceInMemory();
    const importId = randomUUID();
    await send([found(1, 1, 5)], { importId });
    const rows = [found(1, 1, 5), found(2, 1, 2), found(3, 2, 1)];
    expect(await send(rows, { importId })).toMatchObject({ received: 3, applied: 2, repeated: 1, rejected: [] });
    expect(await send(rows, { importId })).toMatchObject({ received: 3, applied: 0, repeated: 3, rejected: [] });
    expect([1, 2].map((number) => service.stockOf(number)?.available)).toEqual([17, 11]);
    expect(await send([found(3, 2, 7)], { importId })).toMatchObject({
      rejected: [{ number: 3, reason: RejectionReason.REJECTION_REASON_NUMBER_TAKEN }],
    });
    // Another market's import of the same id is another import.
    expect(await send(rows, { importId, token: 'stranger' })).toMatchObject({ applied: 0, repeated: 0 });
  });

  it('knows an id in capitals', async () => {
    service = await serviceInMemory();
    const importId = randomUUID();
    const row = found(1, 1, 5);
    expect(await send([row], { importId })).toMatchObject({ applied: 1 });
    const again = { ...row, productId: row.productId.toUpperCase() };
    expect(await send([again], { importId: importId.toUpperCase() })).toMatchObject({ repeated: 1 });
  });

  it('counts the characters of a note, not the units of their encoding', async () => {
    service = await serviceInMemory();
    const rows = [500, 501].map((length, index) => ({ ...found(index + 1, 1, 1), note: '🧀'.repeat(length) }));
    expect(await send(rows)).toMatchObject({
      applied: 1,
      rejected: [{ number: 2, detail: 'the note must have 1 to 500 characters' }],
    });
  });

  it('takes thousands of rows, all bad ones named in one answer', async () => {
    service = await serviceInMemory({ products: 10 });
    const good = Array.from({ length: 1000 }, (_, index) => found(index + 1, 1 + (index % 10), 1));
    const bad = Array.from({ length: 4000 }, (_, index) => ({ ...found(4_000_000_000 + index, 1, 1) }));
    const answer = await send([...bad, ...good]);
    expect(answer).toMatchObject({ received: 5000, applied: 1000 });
    expect(answer.rejected).toHaveLength(4000);
    expect(new Set(answer.rejected.map(({ number }) => number)).size).toBe(4000);
    expect(service.stockOf(1)?.available).toBe(110);
  });

  it.each([
    ['a buyer', { token: 'buyer' }, status.PERMISSION_DENIED],
    ['nobody', { token: 'nobody' }, status.UNAUTHENTICATED],
    ['an import without a proper id', { importId: 'mine' }, status.INVALID_ARGUMENT],
  ])('refuses %s', async (_whom, over, code) => {
    service = await serviceInMemory();
    await expect(send([found(1, 1, 5)], over)).rejects.toMatchObject({ code });
  });

  it('refuses more rows than it promises', async () => {
    service = await serviceInMemory();
    await expect(send(Array.from({ length: 5001 }, () => undefined))).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
  });
});

describe('Sync', () => {
  function open({ journalId = randomUUID() as string, products = [1, 2], token = 'producer' } = {}) {
    const call = service.client().sync(bearing(token));
    const responses: SyncResponse[] = [];
    call.on('data', (response: SyncResponse) => responses.push(response));
    const ended = new Promise<{ code: status }>((resolve) => {
      call.on('status', resolve);
      call.on('error', () => {});
    });
    const send = (request: Partial<SyncRequest>) => call.write(SyncRequest.fromPartial(request));
    send({ start: { journalId, products: products.map((number) => ({ productId: productId(number), seenVersion: 0n })) } });
    const acknowledged = () => responses.flatMap(({ acknowledgement }) => (acknowledgement ? [acknowledgement] : []));
    const told = () => responses.flatMap(({ levels }) => (levels ? [levels] : []));
    return { call, send, ended, acknowledged, told };
  }

  it('acknowledges each entry in order once it is stored, and again when it is repeated', async () => {
    service = await serviceInMemory();
    const journalId = randomUUID();
    const first = open({ journalId });
    for (const entry of [found(1, 1, 5), found(2, 1, -100), found(3, 2, 1), found(0, 2, 1), found(4, 2, 1)])
      first.send({ entry });
    await eventually(() => first.acknowledged().length === 5);
    expect(first.acknowledged().map(({ number, rejected }) => [number, rejected?.reason])).toEqual([
      [1, undefined],
      [2, RejectionReason.REJECTION_REASON_BELOW_ZERO],
      [3, undefined],
      [0, RejectionReason.REJECTION_REASON_INVALID],
      [4, undefined],
    ]);
    first.call.cancel();
    const second = open({ journalId });
    second.send({ entry: found(4, 2, 1) });
    second.send({ entry: found(5, 2, 1) });
    second.call.end();
    expect(await second.ended).toMatchObject({ code: status.OK });
    expect(second.acknowledged().map(({ number, repeated }) => [number, repeated])).toEqual([
      [4, true],
      [5, false],
    ]);
    expect([1, 2].map((number) => service.stockOf(number)?.available)).toEqual([15, 13]);
  });

  it('tells of the watched products, and no more than the device acknowledges', async () => {
    service = await serviceInMemory();
    const { told, send } = open({ products: [1, 2, 9] });
    await eventually(() => told().length === 1);
    expect(told()[0]).toMatchObject({ sequence: 1, snapshotComplete: true, unknownProductIds: [productId(9)] });
    for (let available = 100; available < 200; available++) {
      service.setAvailable(1, available);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    expect(told().map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    send({ receivedSequence: 8 });
    await eventually(() => told().at(-1)?.stocks[0]?.available === 199);
    expect(told()).toHaveLength(9);
  });

  it('ends with a device that does not acknowledge', async () => {
    service = await serviceInMemory({ stallLimitMs: 200 });
    const { ended } = open();
    for (let available = 0; available < 10; available++) {
      service.setAvailable(1, available);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await ended).toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    expect(service.board.subscriberCount).toBe(0);
  });

  it('takes a flood of entries as fast as it can store them', async () => {
    service = await serviceInMemory();
    const { call, send, ended, acknowledged } = open({ products: [] });
    for (let number = 1; number <= 2000; number++) send({ entry: found(number, 1 + (number % 3), 1) });
    call.end();
    expect(await ended).toMatchObject({ code: status.OK });
    expect(acknowledged().map(({ number }) => number)).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1));
  });

  it.each<[string, (stream: ReturnType<typeof open>) => void, status]>([
    ['a second start', ({ send }) => send({ start: { journalId: randomUUID(), products: [] } }), status.INVALID_ARGUMENT],
    ['an acknowledgement of nothing', ({ send }) => send({ receivedSequence: 99 }), status.INVALID_ARGUMENT],
    ['an empty request', ({ send }) => send({}), status.INVALID_ARGUMENT],
  ])('refuses %s', async (_what, send, code) => {
    service = await serviceInMemory();
    const stream = open();
    send(stream);
    expect(await stream.ended).toMatchObject({ code });
  });

  it('ends UNAVAILABLE when the process drains', async () => {
    service = await serviceInMemory();
    const { ended, told } = open();
    await eventually(() => told().length === 1);
    service.health.startDraining();
    expect(await ended).toMatchObject({ code: status.UNAVAILABLE });
  });
});

import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { eventBody, eventOf, sqsBatch, sqsRecord } from '../../../tests/kit/event-batch.ts';
import { stubSqs } from '../../../tests/kit/stub-sqs.ts';
import { domain } from '../domain.ts';
import type { NewEvent } from '../domain-event.ts';
import { log } from '../log.ts';
import { decideTries } from '../store/commit.ts';
import { readItem } from '../store/dynamo.ts';
import { putVersioned } from '../store/write.ts';
import { consume, consumeEveryWithOwnCommit, consumeWithOwnCommit } from './consume.ts';
import { eventConsumer } from './event-consumer.ts';

log.setLogLevel('SILENT');
const sqs = stubSqs();
const table = emptyTable('shelf');
afterEach(() => vi.restoreAllMocks());

const organizationId = randomUUID();
const orderId = '0197a000-0000-7000-8000-000000000001';
const key = { pk: 'COUNT', sk: 'COUNT' };
const cancelled = {
  orderId,
  customerId: orderId,
  totalAmount: { amountMinor: 1, currency: 'EUR' },
  reason: 'late',
  cancelledAt: '2026-11-22T10:00:00.000Z',
};
const released: NewEvent<'inventory.released'> = {
  type: 'inventory.released',
  aggregateId: orderId,
  aggregateVersion: 1,
  occurredOn: '2026-11-22T10:00:00.000Z',
  data: { orderId, releases: [{ productId: orderId, quantity: 1 }] },
};
const event = () => eventOf(organizationId, 'order.cancelled', orderId, cancelled);

/** An event of a type that no schema describes. */
const unknownType = (type: string) => eventBody('order.cancelled', event()).replace('"order.cancelled"', JSON.stringify(type));
/** An event of a version that no schema describes. */
const newerVersion = () => eventBody('order.cancelled', { ...event(), eventVersion: 2 });

const shelf = domain({
  name: 'shelf',
  consumers: {
    shelf: { entry: 'consumer', table: 'commit', events: ['order.cancelled', 'order.confirmed'], replayable: false },
    trail: { entry: 'trail', table: 'commit', events: 'every-event', replayable: true },
  },
});
let runs: string[] = [];
afterEach(() => {
  runs = [];
});

/** Counts up and publishes, as a handler that reads and decides. */
const countUp = consume('order.cancelled', async ({ eventData }, handling) => {
  runs.push(`${handling.detailType} from ${handling.source} for ${handling.organizationId}`);
  if (eventData.reason === 'of no concern') return undefined;
  const version = Number((await readItem(key))?.version ?? 0) + 1;
  return { writes: [putVersioned({ ...key, version })], publish: [released] };
});
const consumer = eventConsumer(shelf, 'shelf', {
  'order.cancelled': countUp,
  'order.confirmed': consumeWithOwnCommit('order.confirmed', async () => undefined),
});
const deliver = (...bodies: string[]) => consumer(sqsBatch(...bodies));
const counted = () => table.items().find(({ pk }) => pk === 'COUNT')?.version;
const done = { batchItemFailures: [] };

describe('eventConsumer', () => {
  it('commits what the handler returns together with the marker, in the trace of the event', async () => {
    const one = event();
    expect(await deliver(eventBody('order.cancelled', one))).toEqual(done);
    expect([counted(), table.markers()]).toEqual([1, [`HANDLED#shelf#${one.eventId}`]]);
    const { correlationId, traceparent } = one.metadata;
    expect(table.published()).toMatchObject([
      { type: 'inventory.released', metadata: { correlationId, causationId: one.eventId, organizationId } },
    ]);
    expect(table.published()[0]?.metadata.traceparent.slice(0, 35)).toBe(traceparent.slice(0, 35));
    expect(runs).toEqual([`order.cancelled from lonja.order for ${organizationId}`]);
  });

  it('handles an event once, however often it is delivered', async () => {
    const body = eventBody('order.cancelled', event());
    await deliver(body, body);
    expect(await deliver(body)).toEqual(done);
    expect([counted(), table.published().length]).toEqual([1, 1]);
  });

  it('runs the handler again when another writer came in between', async () => {
    table.beforeNextTransaction(() => table.put(putVersioned({ ...key, version: 1 })));
    expect(await deliver(eventBody('order.cancelled', event()))).toEqual(done);
    expect([counted(), runs.length]).toEqual([2, 2]);
  });

  it('stores no marker for an event that is of no concern, so that it costs nothing', async () => {
    await deliver(
      eventBody(
        'order.cancelled',
        eventOf(organizationId, 'order.cancelled', orderId, { ...cancelled, reason: 'of no concern' }),
      ),
    );
    expect(table.items()).toEqual([]);
  });

  it('lets an event come back whose commit stayed contended or whose table is out of reach', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    for (const faults of [Array.from({ length: decideTries }, () => 'contended' as const), ['unreachable' as const]]) {
      table.failNext(...faults);
      const record = sqsRecord(eventBody('order.cancelled', event()));
      expect(await consumer({ Records: [record] })).toEqual({ batchItemFailures: [{ itemIdentifier: record.messageId }] });
    }
    expect([table.items(), sqs.buried]).toEqual([[], []]);
  });

  it('has handled an event whose answer was lost', async () => {
    const body = eventBody('order.cancelled', event());
    table.failNext('lost-answer');
    expect((await deliver(body)).batchItemFailures).toHaveLength(1);
    expect(await deliver(body)).toEqual(done);
    expect([counted(), table.published().length]).toEqual([1, 1]);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'hello', /not a JSON object/],
    ['no event', '{}', /no detail-type or source/],
    ['an unknown type', unknownType('toString'), /unknown event type toString/],
    ['a type that is named as a version', unknownType('order.cancelled.v2'), /unknown event type order\.cancelled\.v2/],
    ['an unknown version', newerVersion(), /order\.cancelled has the unknown version 2/],
    [
      'a type of another consumer',
      eventBody('inventory.released', eventOf(organizationId, 'inventory.released', orderId, released.data)),
      /does not consume/,
    ],
    [
      'a broken envelope',
      JSON.stringify({ 'detail-type': 'order.cancelled', source: 'lonja.order', detail: { eventId: 'x' } }),
      /broken envelope/,
    ],
    ['data against its schema', eventBody('order.cancelled', event()).replace('"late"', '7'), /breaks its schema: \/reason/],
  ])('buries %s with its cause', async (_, body, cause) => {
    expect(await deliver(body)).toEqual(done);
    expect(sqs.buried).toMatchObject([{ body, attributes: { consumer: 'shelf', cause: expect.stringMatching(cause) } }]);
    expect(runs).toEqual([]);
  });

  it.each([
    ['an unknown type', unknownType('order.melted')],
    ['an unknown version', newerVersion()],
    ['data against its schema', eventBody('order.cancelled', event()).replace('"late"', '7')],
  ])('brings %s to a consumer of every event as it is', async (_, body) => {
    const seen: unknown[] = [];
    const every = consumeEveryWithOwnCommit(async (received, { detailType }, commits) => {
      seen.push({ detailType, detail: received });
      await commits.now({ writes: [putVersioned({ ...key, version: 1 })] });
    });
    const trail = eventConsumer(shelf, 'trail', { 'every-event': every });
    expect(await trail(sqsBatch(body))).toEqual(done);
    const { 'detail-type': detailType, detail } = JSON.parse(body);
    expect([seen, counted(), sqs.buried]).toEqual([[{ detailType, detail }], 1, []]);
  });

  it('buries a broken envelope, also for a consumer of every event', async () => {
    const trail = eventConsumer(shelf, 'trail', { 'every-event': consumeEveryWithOwnCommit(async () => undefined) });
    await trail(sqsBatch(JSON.stringify({ 'detail-type': 'order.melted', source: 'lonja.order', detail: { eventId: 'x' } })));
    expect(sqs.buried).toMatchObject([{ attributes: { cause: expect.stringMatching(/order\.melted has a broken envelope/) } }]);
  });

  it('drops a replay unless the consumer declares that it may be replayed', async () => {
    const info = vi.spyOn(log, 'info');
    const body = eventBody('order.cancelled', event(), { 'replay-name': 'of-monday' });
    expect(await deliver(body)).toEqual(done);
    expect([runs, table.items()]).toEqual([[], []]);
    expect(info).toHaveBeenCalledWith('message', expect.objectContaining({ dropped: 'replay of-monday' }));

    const seen: string[] = [];
    const every = consumeEveryWithOwnCommit(async ({ eventId }, _, commits) => {
      seen.push(eventId);
      await commits.now({ writes: [putVersioned({ ...key, version: 1 })] });
    });
    const trail = eventConsumer(shelf, 'trail', { 'every-event': every });
    await trail(sqsBatch(body));
    expect([seen.length, counted(), table.markers().length]).toEqual([1, 1, 1]);
  });

  it('does not compile with an event missing, too many, or under another name', () => {
    // @ts-expect-error: order.confirmed is declared
    eventConsumer(shelf, 'shelf', { 'order.cancelled': countUp });
    // @ts-expect-error: this handler is for another event
    eventConsumer(shelf, 'shelf', { 'order.cancelled': countUp, 'order.confirmed': countUp });
    // @ts-expect-error: no consumer has this name
    eventConsumer(shelf, 'shop', { 'order.cancelled': countUp });
    expect.assertions(0);
  });
});

describe('a handler with its own commit', () => {
  const [confirmed] = ['order.confirmed' as const];
  const confirmation = () =>
    eventOf(organizationId, confirmed, orderId, {
      orderId,
      customerId: orderId,
      paymentId: orderId,
      totalAmount: { amountMinor: 1, currency: 'EUR' },
      lines: [
        { productId: orderId, localId: orderId, name: 'Queso', quantity: 1, unitPrice: { amountMinor: 1, currency: 'EUR' } },
      ],
      confirmedAt: '2026-11-22T10:00:00.000Z',
    });
  const consumerWith = (run: Parameters<typeof consumeWithOwnCommit<'order.confirmed'>>[1]) =>
    eventConsumer(shelf, 'shelf', { 'order.cancelled': countUp, 'order.confirmed': consumeWithOwnCommit(confirmed, run) });

  it('commits first without the marker and then with it', async () => {
    const one = confirmation();
    const handler = consumerWith(async (_, __, commits) => {
      expect(await commits.unmarked.now({ writes: [putVersioned({ ...key, version: 1 })] })).toEqual({ outcome: 'committed' });
      expect(table.markers()).toEqual([]);
      await commits.decided(async () => ({ result: undefined, writes: [putVersioned({ ...key, version: 2 })] }));
    });
    expect(await handler(sqsBatch(eventBody(confirmed, one)))).toEqual(done);
    expect([counted(), table.markers()]).toEqual([2, [`HANDLED#shelf#${one.eventId}`]]);
  });

  it('is run again for each delivery, and learns that it handled the event before', async () => {
    const outcomes: string[] = [];
    const handler = consumerWith(async (_, __, commits) => {
      const { outcome } = await commits.now({ publish: [released] });
      outcomes.push(outcome);
    });
    const body = eventBody(confirmed, confirmation());
    await handler(sqsBatch(body));
    await handler(sqsBatch(body));
    expect([outcomes, table.published().length]).toEqual([['committed', 'already-handled'], 1]);
  });
});

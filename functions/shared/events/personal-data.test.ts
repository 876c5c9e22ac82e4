import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventDataByType, ReceivedDataByType } from '../../../generated/events/types.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { eventBody, eventOf, sqsBatch } from '../../../tests/kit/event-batch.ts';
import { letKmsFail, sealedEvent } from '../../../tests/kit/personal-data.ts';
import { newCause } from '../../../tests/kit/rest-request.ts';
import { stubSqs } from '../../../tests/kit/stub-sqs.ts';
import { domain } from '../domain.ts';
import type { NewEvent, ReceivedEvent } from '../domain-event.ts';
import { PermanentFault } from '../faults.ts';
import { log } from '../log.ts';
import { erasePersonKey, forgetKeys, keyToSeal } from '../sealing/person-keys.ts';
import { commit } from '../store/commit.ts';
import { consume, consumeEveryWithOwnCommit } from './consume.ts';
import { eventConsumer } from './event-consumer.ts';

log.setLogLevel('SILENT');
const sqs = stubSqs();
const table = emptyTable('shelf');

const organizationId = '0197a000-0000-7000-8000-0000000000aa';
const customerId = '0197a000-0000-7000-8000-00000000000a';
const at = '2026-11-22T10:00:00.000Z';
const nerea: EventDataByType['customer.registered'] = {
  customerId,
  email: 'nerea@example.org',
  name: 'Nerea Ibarra',
  phone: '+34600111222',
  preferences: { language: 'es', channels: ['email'] },
  registeredAt: at,
};
const { email: _, name: __, phone: ___, ...unnamed } = nerea;
const registered: NewEvent<'customer.registered'> = {
  type: 'customer.registered',
  aggregateId: customerId,
  aggregateVersion: 1,
  occurredOn: at,
  data: nerea,
};
const person = { organizationId, personId: customerId };
const readable = /nerea|ibarra|34600111222|bmVyZWF|SWJhcnJh/i;

const shelf = domain({
  name: 'shelf',
  consumers: {
    reader: { entry: 'a', table: 'commit', may: ['open-personal-data'], events: ['customer.registered'], replayable: true },
    counter: { entry: 'b', table: 'commit', events: ['customer.registered'], replayable: true },
    trail: { entry: 'c', table: 'commit', events: 'every-event', replayable: true },
  },
});
let seen: ReceivedDataByType['customer.registered'][] = [];
let kept: ReceivedEvent[] = [];
beforeEach(() => {
  seen = [];
  kept = [];
});
afterEach(() => forgetKeys());
const onRegistered = consume('customer.registered', ({ eventData }) => {
  seen.push(eventData);
  return undefined;
});
const reader = eventConsumer(shelf, 'reader', { 'customer.registered': onRegistered });
const counter = eventConsumer(shelf, 'counter', { 'customer.registered': onRegistered });
const trail = eventConsumer(shelf, 'trail', {
  'every-event': consumeEveryWithOwnCommit(async (event) => {
    kept.push(event);
  }),
});

/** What the relay sends: the committed text, as EventBridge brings it. */
async function published(event: NewEvent = registered): Promise<string> {
  await commit({ cause: { ...newCause(), organizationId }, publish: [event] });
  const [item] = table.items().filter(({ pk }) => String(pk).startsWith('OUTBOX#'));
  const [{ detail = '' } = {}]: { detail?: string }[] = Array.isArray(item?.events) ? item.events : [];
  return JSON.stringify({ 'detail-type': event.type, source: 'lonja.customer', detail: JSON.parse(detail) });
}

const done = { batchItemFailures: [] };

describe('personal data', () => {
  it('is sealed before it enters the outbox, and everything else stays as it is', async () => {
    const body = await published();
    expect(body).not.toMatch(readable);
    expect(JSON.stringify(table.items())).not.toMatch(readable);
    const { eventData } = JSON.parse(body).detail;
    expect(eventData).toMatchObject(unnamed);
    expect(Object.keys(eventData).sort()).toEqual(Object.keys(nerea).sort());
  });

  it('is open to a consumer that declares it', async () => {
    expect(await reader(sqsBatch(await published()))).toEqual(done);
    expect(seen).toEqual([nerea]);
  });

  it('is absent for a consumer that does not declare it, which asks for no key', async () => {
    const body = await published();
    letKmsFail(new Error('nobody may ask'));
    expect(await counter(sqsBatch(body))).toEqual(done);
    expect(seen).toEqual([unnamed]);
  });

  it('stays sealed for a consumer of every event', async () => {
    const body = await published();
    expect(await trail(sqsBatch(body))).toEqual(done);
    expect(kept.map(({ eventData }) => eventData)).toEqual([JSON.parse(body).detail.eventData]);
  });

  it('is checked before it is sealed', async () => {
    const broken = { ...registered, data: { ...nerea, email: 'no address' } };
    await expect(published(broken)).rejects.toThrow('customer.registered breaks its schema: /email');
  });

  it('is checked after it was opened: what the schema refuses is dead-lettered', async () => {
    const event = eventOf(organizationId, 'customer.registered', customerId, { ...nerea, phone: 'none' });
    expect(await reader(sqsBatch(eventBody('customer.registered', await sealedEvent('customer.registered', event))))).toEqual(
      done,
    );
    expect(sqs.buried).toMatchObject([{ attributes: { cause: expect.stringContaining('breaks its schema: /phone') } }]);
    expect(sqs.buried.map(({ attributes }) => JSON.stringify(attributes))).not.toContain('none');
  });

  it('is refused in plain text, for every consumer that reads the event', async () => {
    const body = eventBody('customer.registered', eventOf(organizationId, 'customer.registered', customerId, nerea));
    for (const consumer of [reader, counter]) expect(await consumer(sqsBatch(body))).toEqual(done);
    expect(sqs.buried).toHaveLength(2);
    for (const { attributes } of sqs.buried) {
      expect(attributes.cause).toMatch(/breaks its schema: \/email/);
      expect(JSON.stringify(attributes)).not.toMatch(readable);
    }
    expect(seen).toEqual([]);
  });

  it('cannot be published by an event that belongs to nobody', async () => {
    const event = { ...registered, type: 'notification.sent' as const, data: sent() };
    await expect(published(event)).rejects.toThrow(PermanentFault);
  });

  /** An event whose owner a caller left out against its type. */
  const sent = (): EventDataByType['notification.sent'] =>
    JSON.parse(
      JSON.stringify({
        notificationId: customerId,
        recipient: 'nerea@example.org',
        type: 'email',
        status: 'sent',
        subject: 'x',
        aboutId: customerId,
      }),
    );
});

describe('the value of a field', () => {
  it.each([
    ['another event of the same person', (one: Data, other: Data) => ({ ...one, email: other.email })],
    ['another field of the same event', (one: Data) => ({ ...one, email: one.name })],
    ['the event of another person', (one: Data) => ({ ...one, customerId: organizationId })],
  ])('is refused in %s, and dead-lettered at once', async (_, moved) => {
    const [one, other] = [await sealedNerea(), await sealedNerea()];
    const eventData = { ...one.eventData, ...moved({ ...one.eventData }, { ...other.eventData }) };
    expect(await reader(sqsBatch(eventBody('customer.registered', { ...one, eventData })))).toEqual(done);
    expect(sqs.buried).toMatchObject([{ attributes: { cause: expect.stringContaining('has the header of another key') } }]);
    expect(seen).toEqual([]);
  });

  type Data = Record<string, unknown>;
  const sealedNerea = () => sealedEvent('customer.registered', eventOf(organizationId, 'customer.registered', customerId, nerea));
});

describe('of an erased person', () => {
  it('an event that was published before is handled without the fields: no retry, no dead letter', async () => {
    const body = await published();
    await erasePersonKey(person, at);
    expect(await reader(sqsBatch(body))).toEqual(done);
    expect(seen).toEqual([unnamed]);
    expect(sqs.buried).toEqual([]);
  });

  it('a late event is published without the fields, and makes no key', async () => {
    await erasePersonKey(person, at);
    const body = await published();
    expect(JSON.parse(body).detail.eventData).toEqual(unnamed);
    expect(await reader(sqsBatch(body))).toEqual(done);
    expect(seen).toEqual([unnamed]);
    expect(await keyToSeal(person)).toBe('erased');
  });
});

describe('while keys cannot be read', () => {
  it.each(['KMSInternalException', 'AccessDeniedException'])(
    'an event comes back later, and nothing is lost: %s',
    async (name) => {
      const body = await published();
      letKmsFail(Object.assign(new Error(name), { name }));
      const { batchItemFailures } = await reader(sqsBatch(body));
      expect(batchItemFailures).toHaveLength(1);
      expect([seen, sqs.buried]).toEqual([[], []]);
      letKmsFail(undefined);
      expect(await reader(sqsBatch(body))).toEqual(done);
      expect(seen).toEqual([nerea]);
    },
  );

  it('nothing is committed', async () => {
    letKmsFail(new Error('KMS is out'));
    await expect(published()).rejects.toThrow('KMS is out');
    expect(table.items()).toEqual([]);
  });
});

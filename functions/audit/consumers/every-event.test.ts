import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { eventCatalogue } from '../../../generated/events/catalogue.ts';
import type { EventDataByType, EventType } from '../../../generated/events/types.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { eventBody } from '../../../tests/kit/event-batch.ts';
import { anEvent, deliver, deliverBody, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { findEntries } from '../store/audit-table.ts';

const table = emptyTable('audit');
const aggregateId = '0193a000-0000-7000-8000-00000000000a';
const opened = anEvent('auth.local.created', aggregateId, { localId: aggregateId, name: 'The Mill' });
const kept = { ...opened, detailType: 'auth.local.created', source: 'lonja.auth' };
const entries = async () => (await findEntries(organizationId, { aggregateId }, {}, { limit: 50 })).events;

/** DynamoDB takes 32 levels. */
const nested = (levels: number): unknown => (levels === 0 ? 'ground' : { below: nested(levels - 1) });

const isEventType = (text: string): text is EventType => Object.hasOwn(eventCatalogue, text);

/** The example in the schema of an event. */
async function exampleOf<Type extends EventType>(type: Type): Promise<EventDataByType[Type]> {
  const { domain } = eventCatalogue[type];
  const schema = new URL(`../../../events-schemas/${domain}/${type}.json`, import.meta.url);
  return JSON.parse(await readFile(schema, 'utf8')).examples[0];
}

describe('onEveryEvent', () => {
  it('keeps an event as it was published, with its wire name and source', async () => {
    await deliver(handler, 'auth.local.created', opened);
    expect(await entries()).toEqual([kept]);
  });

  it('keeps every type of event there is', async () => {
    const types = Object.keys(eventCatalogue).filter(isEventType);
    for (const type of types) await deliver(handler, type, anEvent(type, aggregateId, await exampleOf(type)));
    const wireNames = types.map((type) => eventCatalogue[type].detailType);
    expect((await entries()).map(({ detailType }) => detailType).sort()).toEqual(wireNames.sort());
  });

  it.each([
    ['type', 'auth.local.painted', { ...opened, eventType: 'LocalPainted' }],
    ['version', 'auth.local.created', { ...opened, eventVersion: 7 }],
  ])('keeps an event of an unknown %s, whatever its data', async (_, type, envelope) => {
    const eventData = { '': 0, deep: nested(40), count: 2 ** 60, tiny: 1e-300 };
    const body = eventBody('auth.local.created', opened, { 'detail-type': type, detail: { ...envelope, eventData } });
    await deliverBody(handler, body);
    expect(await entries()).toEqual([{ ...kept, ...envelope, eventData, detailType: type }]);
  });

  it('keeps an event once: delivered again, replayed or changed, the first entry remains', async () => {
    await deliver(handler, 'auth.local.created', opened);
    await deliver(handler, 'auth.local.created', { ...opened, eventData: { localId: aggregateId, name: 'Another Mill' } });
    await deliverBody(handler, eventBody('auth.local.created', opened, { 'replay-name': 'replay-1' }));
    expect(await entries()).toEqual([kept]);
  });

  it('only adds items, since its role may do nothing else', async () => {
    await deliver(handler, 'auth.local.created', opened);
    expect(table.items()).toHaveLength(1);
    expect(table.markers()).toEqual([]);
  });

  it('takes a replayed event that it does not have', async () => {
    await deliverBody(handler, eventBody('auth.local.created', opened, { 'replay-name': 'replay-1' }));
    expect(await entries()).toEqual([kept]);
  });
});

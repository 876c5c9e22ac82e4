import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, anotherOrganizationId, organizationId, trace } from '../../../tests/kit/invoke.ts';
import { newCaller, send } from '../../../tests/kit/rest-request.ts';
import { handler } from '../rest.ts';
import { type AuditEntry, appendEntry } from '../store/audit-table.ts';

emptyTable('audit');
const aggregateId = '0193a000-0000-7000-8000-00000000000a';
const otherId = '0193a000-0000-7000-8000-00000000000b';
const caller = newCaller({ organizationId, permissions: ['audit:read'] });
const entryOf = (second: number, aggregateId: string): AuditEntry => ({
  ...anEvent('auth.local.created', aggregateId, { localId: aggregateId, name: `Shop ${second}` }),
  occurredOn: `2026-11-22T10:00:0${second}.000Z`,
  detailType: 'auth.local.created',
  source: 'lonja.auth',
});
const search = (query: Record<string, string>) => send(handler, 'GET /audit', { query, caller });

describe('searchAudit', () => {
  const entries = [entryOf(1, aggregateId), entryOf(2, otherId), entryOf(3, aggregateId)];
  const append = async () => {
    for (const entry of entries) await appendEntry(entry);
  };

  it('lists what happened to an aggregate, oldest first', async () => {
    await append();
    expect(await search({ aggregateId })).toMatchObject({ status: 200, body: { events: [entries[0], entries[2]] } });
  });

  it('takes an aggregate’s id in upper case as the same id', async () => {
    await append();
    expect(await search({ aggregateId: aggregateId.toUpperCase() })).toMatchObject({
      body: { events: [entries[0], entries[2]] },
    });
  });

  it('lists everything that a request caused', async () => {
    await append();
    expect((await search({ correlationId: trace.correlationId })).body).toEqual({ events: entries });
  });

  it('pages, and has no cursor on the last page, even when it is full', async () => {
    await append();
    const first = await search({ correlationId: trace.correlationId, limit: '2' });
    expect(first.body).toEqual({ events: entries.slice(0, 2), nextCursor: expect.any(String) });
    const { nextCursor: cursor } = { nextCursor: '', ...Object(first.body) };
    expect((await search({ correlationId: trace.correlationId, limit: '1', cursor })).body).toEqual({ events: [entries[2]] });
    expect((await search({ correlationId: trace.correlationId, limit: '3' })).body).toEqual({ events: entries });
  });

  it('shows nothing of another organization', async () => {
    const [first] = entries;
    if (first === undefined) throw new Error('there are entries');
    await appendEntry({ ...first, metadata: { ...first.metadata, organizationId: anotherOrganizationId } });
    expect((await search({ aggregateId })).body).toEqual({ events: [] });
    expect(first.metadata).toMatchObject({ organizationId });
  });

  it('lists what a user asked for, and says so', async () => {
    const userId = '0193a000-0000-7000-8000-0000000000ee';
    const byUser = entries.map((entry) => ({ ...entry, metadata: { ...entry.metadata, userId } }));
    for (const entry of [entryOf(4, otherId), ...byUser]) await appendEntry(entry);
    const found = await search({ userId: userId.toUpperCase() });
    expect(found.body).toEqual({ events: byUser });
    expect((await search({ userId: aggregateId })).body).toEqual({ events: [] });
  });

  it('lists the events of a type', async () => {
    await append();
    const other = { ...entryOf(4, otherId), detailType: 'auth.local.updated' };
    await appendEntry(other);
    expect((await search({ type: 'auth.local.updated' })).body).toEqual({ events: [other] });
    expect((await search({ type: 'auth.local.created' })).body).toEqual({ events: entries });
  });

  const subjects: Record<string, string>[] = [{ type: 'auth.local.created' }, { correlationId: trace.correlationId }];
  it.each(subjects)('narrows %j down to a time, from its first moment to before its last', async (subject) => {
    await append();
    const from = '2026-11-22T10:00:02Z';
    const to = '2026-11-22T10:00:03.000Z';
    expect((await search({ ...subject, from })).body).toEqual({ events: entries.slice(1) });
    expect((await search({ ...subject, to })).body).toEqual({ events: entries.slice(0, 2) });
    expect((await search({ ...subject, from, to })).body).toEqual({ events: [entries[1]] });
    const first = await search({ ...subject, from: '2026-11-22T10:00:01Z', to, limit: '1' });
    const cursor = String(Object(first.body).nextCursor);
    expect((await search({ ...subject, from: '2026-11-22T10:00:01Z', to, cursor })).body).toEqual({ events: [entries[1]] });
  });

  it('is 422 for a time that ends before it begins, or where it begins', async () => {
    const from = '2026-11-22T10:00:02.000Z';
    for (const to of [from, '2026-11-22T10:00:01.000Z']) {
      expect(await search({ aggregateId, from, to })).toMatchObject({ status: 422, body: { errors: [{ path: '/to' }] } });
    }
    expect(await search({ aggregateId, from: 'yesterday' })).toMatchObject({ status: 422 });
  });

  it('takes exactly one of the four subjects', async () => {
    expect(await search({})).toMatchObject({ status: 422 });
    expect(await search({ from: '2026-11-22T10:00:02.000Z' })).toMatchObject({ status: 422 });
    expect(await search({ aggregateId, correlationId: trace.correlationId })).toMatchObject({ status: 422 });
    expect(await search({ userId: aggregateId, type: 'order.created' })).toMatchObject({ status: 422 });
  });
});

import { join } from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { consumers } from '../functions/domains.ts';
import { log } from '../functions/shared/log.ts';
import { emptyTable } from './kit/empty-table.ts';
import { eventBody, eventOf, sqsBatch } from './kit/event-batch.ts';
import { stubSqs } from './kit/stub-sqs.ts';

log.setLogLevel('SILENT');
const sqs = stubSqs();
const organizationId = '0197a000-0000-7000-8000-0000000000aa';
const localId = '0193a000-0000-7000-8000-00000000000a';
const known = eventOf(organizationId, 'auth.local.created', localId, { localId, name: 'The Mill' });
const bodyOf = (type: string, changes: object) =>
  eventBody('auth.local.created', known, { 'detail-type': type, detail: { ...known, ...changes } });

const ofEveryEvent = consumers.filter(({ events }) => events === 'every-event');

it('some consumer takes every event', () => {
  expect(ofEveryEvent.map(({ name }) => name)).toContain('audit');
});

describe.each(ofEveryEvent)('the consumer $name, which takes every event,', ({ domain, file }) => {
  const table = emptyTable(domain);
  const handle = async (body: string) => {
    const { handler }: { handler: (batch: SQSEvent) => Promise<SQSBatchResponse> } = await import(
      join(import.meta.dirname, '..', file)
    );
    return handler(sqsBatch(body));
  };

  it.each([
    ['a type that it does not know', bodyOf('auth.local.painted', { eventType: 'LocalPainted' })],
    ['a version that it does not know', bodyOf('auth.local.created', { eventVersion: 9, eventData: { shape: 'new' } })],
    ['data that breaks its schema', bodyOf('auth.local.created', { eventData: { localId: 7 } })],
  ])('keeps %s', async (_, body) => {
    expect(await handle(body)).toEqual({ batchItemFailures: [] });
    expect(sqs.buried).toEqual([]);
    expect(JSON.stringify(table.items())).toContain(known.eventId);
  });

  it('buries a broken envelope', async () => {
    await handle(bodyOf('auth.local.painted', { metadata: {} }));
    expect(sqs.buried).toMatchObject([{ attributes: { cause: expect.stringContaining('has a broken envelope') } }]);
    expect(table.items()).toEqual([]);
  });
});

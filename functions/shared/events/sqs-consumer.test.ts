import { afterEach, describe, expect, it, vi } from 'vitest';
import { sqsRecord } from '../../../tests/kit/event-batch.ts';
import { stubSqs } from '../../../tests/kit/stub-sqs.ts';
import { PermanentFault } from '../faults.ts';
import { log } from '../log.ts';
import { sqsConsumer } from './sqs-consumer.ts';

log.setLogLevel('SILENT');
const sqs = stubSqs();
afterEach(() => vi.restoreAllMocks());

/** Does what the body of each message says. */
const consumer = sqsConsumer('shelf', async ({ body }, { line }) => {
  line.said = body;
  if (body.startsWith('transient')) throw new Error('the table is out of reach');
  if (body.startsWith('permanent')) throw new PermanentFault('this can never be handled');
});
const handle = (...records: ReturnType<typeof sqsRecord>[]) => consumer({ Records: records });
const [good, transient, permanent] = ['good', 'transient', 'permanent'] as const;

describe('sqsConsumer', () => {
  it('handles each record by itself: one that fails holds up no other', async () => {
    const records = [good, transient, permanent, good].map((body) => sqsRecord(body));
    expect(await handle(...records)).toEqual({ batchItemFailures: [{ itemIdentifier: records[1]?.messageId }] });
    expect(sqs.buried.map(({ body }) => body)).toEqual([permanent]);
    expect(sqs.hidden).toEqual([{ receipt: 'receipt', seconds: 1 }]);
  });

  it('buries what can never be handled at once, as it came, with its cause', async () => {
    const record = sqsRecord('permanent 🧀');
    await handle(record);
    expect(sqs.buried).toEqual([
      {
        body: 'permanent 🧀',
        attributes: {
          cause: 'PermanentFault: this can never be handled',
          consumer: 'shelf',
          originalMessageId: record.messageId,
        },
      },
    ]);
  });

  it('hides what fails for now for longer each time, and buries it at its last receive', async () => {
    for (const receives of [1, 2, 3, 9]) await handle(sqsRecord(transient, receives));
    expect(sqs.hidden.map(({ seconds }) => seconds)).toEqual([1, 4, 16, 900]);
    expect(await handle(sqsRecord(transient, 10))).toEqual({ batchItemFailures: [] });
    expect(sqs.buried).toMatchObject([{ body: transient, attributes: { cause: 'Error: the table is out of reach' } }]);
  });

  it('leaves a record to its visibility timeout when the queue is out of reach: nothing is lost', async () => {
    sqs.isOut = true;
    const records = [good, permanent, transient].map((body) => sqsRecord(body));
    const [, second, third] = records.map(({ messageId }) => ({ itemIdentifier: messageId }));
    expect(await handle(...records)).toEqual({ batchItemFailures: [second, third] });
    expect([sqs.buried, sqs.hidden]).toEqual([[], []]);
  });

  it('takes an empty batch', async () => {
    expect(await handle()).toEqual({ batchItemFailures: [] });
  });

  it('writes one line for each record, and says which come back', async () => {
    const [info, warn, error] = [vi.spyOn(log, 'info'), vi.spyOn(log, 'warn'), vi.spyOn(log, 'error')];
    await handle(sqsRecord(good), sqsRecord(transient), sqsRecord(permanent));
    const lines = info.mock.calls.filter(([message]) => message === 'message').map(([, line]) => line);
    expect(lines).toHaveLength(3);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ consumer: 'shelf', said: good, durationMs: expect.any(Number), comesBack: undefined }),
        expect.objectContaining({ said: transient, comesBack: true }),
        expect.objectContaining({ said: permanent, comesBack: undefined }),
      ]),
    );
    expect(warn.mock.calls.map(([message]) => message)).toEqual(['message comes back later']);
    expect(error.mock.calls.map(([message]) => message)).toEqual(['message sent to the dead-letter queue']);
  });

  it('finds the correlation id of a message that it cannot read', async () => {
    const error = vi.spyOn(log, 'error');
    await handle(sqsRecord('permanent {"correlationId":"order-of-monday" broken'));
    expect(error).toHaveBeenCalledWith(
      'message sent to the dead-letter queue',
      expect.objectContaining({ correlationId: 'order-of-monday' }),
    );
  });
});

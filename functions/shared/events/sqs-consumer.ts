import middy, { type MiddlewareObj } from '@middy/core';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { outcomeLog } from '../outcome-log.ts';
import { correlationIdIn } from '../trace.ts';
import { setAside } from './set-aside.ts';

/** What the log line of a record says besides its consumer and its end; the handler adds to it. */
export type RecordContext = Context & { line: Record<string, string | undefined> };
type RecordHandler = (record: SQSRecord, context: RecordContext) => Promise<void>;

/**
 * The Lambda of a queue. Each record is a chain of its own: what is malformed or fails for good goes to the dead-letter queue with
 * its cause, what fails for now comes back later, and its neighbours are handled all the same.
 */
export function sqsConsumer(consumer: string, handle: RecordHandler): (batch: SQSEvent) => Promise<SQSBatchResponse> {
  const handleRecord = recordChain(consumer, handle);
  return async ({ Records }) => {
    const ends = await Promise.all(Records.map((record) => handleRecord(record, newContext())));
    return { batchItemFailures: ends.flatMap((end) => (end === 'handled' ? [] : [end])) };
  };
}

/** `handled`, or which record is to come back. */
type RecordEnd = 'handled' | { itemIdentifier: string };

const recordChain = (consumer: string, handle: RecordHandler) =>
  middy<SQSRecord, RecordEnd, Error, RecordContext>()
    .use(outcomeLog<SQSRecord, RecordEnd, RecordContext>('message', (request) => recordFields(consumer, request)))
    .use(setAsideFailures(consumer))
    .handler(async (record, context) => {
      await handle(record, context);
      return 'handled' as const;
    });

/** Turns a failure into its end: buried, or back later. It never throws itself. */
const setAsideFailures = (consumer: string): MiddlewareObj<SQSRecord, RecordEnd> => ({
  onError: async (request) => {
    request.response = await setAside(consumer, request.event, request.error);
  },
});

type Seen = { event: SQSRecord; context: RecordContext; response: RecordEnd | null | undefined };

const recordFields = (consumer: string, { event, context, response }: Seen) => ({
  consumer,
  messageId: event.messageId,
  correlationId: correlationIdIn(event.body),
  ...context.line,
  comesBack: typeof response === 'object' ? true : undefined,
});

/** Middy passes the context of a Lambda through; a record has one of its own, for its log line. */
const newContext = () => ({ line: {} }) as unknown as RecordContext;

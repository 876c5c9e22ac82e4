import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import type { ScheduledEvent } from '../../shared/jobs/scheduled-job.ts';
import { handler as sweepOutbox } from './jobs/sweep-outbox.ts';
import { relayBatch } from './store/relay.ts';

/** Brings a table's outbox to its domain's bus: from the stream at once, and on a schedule what the stream left behind. */
export const handler = async (
  event: DynamoDBStreamEvent | ScheduledEvent,
  context: Context,
): Promise<Record<string, number> | undefined> => {
  if (!('Records' in event)) return sweepOutbox(event, context);
  await relayBatch(event);
  return undefined;
};

import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ScheduledEvent, scheduledJob } from '../../shared/jobs/scheduled-job.ts';
import { relayBatch } from './store/relay.ts';
import { sweep } from './store/sweep.ts';

const sweepOutbox = scheduledJob('outbox sweep', sweep);

/** A table's outbox → its domain's bus: from the stream at once, and by schedule what the stream left behind. */
export const handler = async (
  event: DynamoDBStreamEvent | ScheduledEvent,
): Promise<DynamoDBBatchResponse | Record<string, number>> => ('Records' in event ? relayBatch(event) : sweepOutbox(event));

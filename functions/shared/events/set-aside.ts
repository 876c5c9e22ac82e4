import type { SQSRecord } from 'aws-lambda';
import { environment } from '../environment.ts';
import { causeText, PermanentFault } from '../faults.ts';
import { log } from '../log.ts';
import { correlationIdIn } from '../trace.ts';
import { buryMessage, retryLater } from './dead-letter.ts';

/**
 * Sends a record that failed to the dead-letter queue, or hides it for a while; returns which record is to come back. When the
 * queue itself is out of reach, the record's visibility timeout brings it back.
 */
export async function setAside(
  consumer: string,
  record: SQSRecord,
  thrown: unknown,
): Promise<'handled' | { itemIdentifier: string }> {
  const cause = causeText(thrown);
  const { messageId } = record;
  const receives = Number(record.attributes.ApproximateReceiveCount);
  const line = { consumer, messageId, receives, cause, correlationId: correlationIdIn(record.body) };
  try {
    if (thrown instanceof PermanentFault || receives >= Number(environment('MAX_RECEIVE_COUNT'))) {
      log.error('message sent to the dead-letter queue', line);
      await buryMessage(record, { consumer, cause });
      return 'handled';
    }
    log.warn('message comes back later', line);
    await retryLater(record, receives);
  } catch (unreachable) {
    log.error('message could not be set aside', { consumer, messageId, cause: causeText(unreachable) });
  }
  return { itemIdentifier: messageId };
}

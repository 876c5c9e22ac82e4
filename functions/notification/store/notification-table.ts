import { oneOf, record, text, variants } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import type { Claim, Ended, Notification } from '../model/notification.ts';
import { recipientPartition } from './recipient-table.ts';

type ByRecipient = Pick<Notification, 'userId' | 'eventId'>;

/** By recipient and event, so that a second delivery of the event finds the e-mail of the first. Event ids sort by time. */
const notificationKey = (organizationId: string, { userId, eventId }: ByRecipient): Key => ({
  pk: recipientPartition(organizationId, userId),
  sk: `NOTIFICATION#${eventId}`,
});

const common = {
  notificationId: text,
  userId: text,
  eventId: text,
  recipient: text,
  type: oneOf('email'),
  subject: text,
  aboutId: text,
};
const ended = record<Ended>({ ...common, status: oneOf('sent', 'failed'), endedAt: text });

const notificationCodec = variants<Notification, 'status'>('status', {
  sending: record<Claim>({ ...common, status: oneOf('sending'), leaseUntil: text }),
  sent: ended,
  failed: ended,
});

/** Strongly consistent. */
export async function findNotification(organizationId: string, by: ByRecipient): Promise<Notification | undefined> {
  const key = notificationKey(organizationId, by);
  const item = await readItem(key);
  return item && notificationCodec(item, key.pk);
}

/** Stores a notification if `before` is what is stored now: nothing, or the claim that it follows. */
export function putNotification(organizationId: string, notification: Notification, before: Notification | undefined): Write {
  const Item = { ...notificationKey(organizationId, notification), organizationId, ...notification };
  if (before === undefined) return putNew(Item);
  return {
    Put: {
      Item,
      ConditionExpression: 'notificationId = :before AND #status = :sending',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':before': before.notificationId, ':sending': 'sending' },
    },
  };
}

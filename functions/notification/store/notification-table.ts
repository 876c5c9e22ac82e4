import type { Write } from '../../shared/store/commit.ts';
import { type Item, type Key, readItem } from '../../shared/store/dynamo.ts';
import type { Notification } from '../model/notification.ts';
import { recipientPartition } from './recipient-table.ts';

/** By recipient and event, so that a redelivered event finds the letter it caused; event ids sort by time. */
const notificationKey = (organizationId: string, { userId, eventId }: Pick<Notification, 'userId' | 'eventId'>): Key => ({
  pk: recipientPartition(organizationId, userId),
  sk: `NOTIFICATION#${eventId}`,
});

/** Strongly consistent. */
export async function findNotification(
  organizationId: string,
  key: Pick<Notification, 'userId' | 'eventId'>,
): Promise<Notification | undefined> {
  const item = await readItem(notificationKey(organizationId, key));
  return item && notificationFrom(item);
}

/** Stores a notification where `before` still stands: nothing, or the claim it follows. */
export function putNotification(organizationId: string, notification: Notification, before: Notification | undefined): Write {
  const Item = { ...notificationKey(organizationId, notification), organizationId, ...notification };
  if (before === undefined) return { Put: { Item, ConditionExpression: 'attribute_not_exists(pk)' } };
  return {
    Put: {
      Item,
      ConditionExpression: 'notificationId = :before AND #status = :sending',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':before': before.notificationId, ':sending': 'sending' },
    },
  };
}

function notificationFrom(item: Item): Notification {
  const told = {
    notificationId: String(item.notificationId),
    userId: String(item.userId),
    eventId: String(item.eventId),
    recipient: String(item.recipient),
    type: 'email',
    subject: String(item.subject),
    aboutId: String(item.aboutId),
  } as const;
  switch (item.status) {
    case 'sending':
      return { ...told, status: 'sending', leaseUntil: String(item.leaseUntil) };
    case 'sent':
    case 'failed':
      return { ...told, status: item.status, endedAt: String(item.endedAt) };
    default:
      throw new Error(`a notification cannot be ${String(item.status)}`);
  }
}

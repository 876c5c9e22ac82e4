import type { Write } from '../shared/commit.ts';
import { type Key, readItem } from '../shared/dynamo.ts';
import type { Notification } from './notification.ts';
import { recipientPartition } from './recipient-table.ts';

/** By recipient and event, so that a redelivered event finds the letter it caused; event ids sort by time. */
const notificationKey = (organizationId: string, { userId, eventId }: Pick<Notification, 'userId' | 'eventId'>): Key => ({
  pk: recipientPartition(organizationId, userId),
  sk: `NOTIFICATION#${eventId}`,
});

/** Whether this recipient was told of this event. */
export async function wasNotified(organizationId: string, key: Pick<Notification, 'userId' | 'eventId'>): Promise<boolean> {
  return (await readItem(notificationKey(organizationId, key))) !== undefined;
}

export const putNewNotification = (organizationId: string, notification: Notification): Write => ({
  Put: {
    Item: { ...notificationKey(organizationId, notification), organizationId, ...notification },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

import type { NotificationPage } from '../../../generated/rest/types.ts';
import { number, oneOf, optional, record, text, variants } from '../../shared/store/codec.ts';
import { type Item, type Key, queryItems, readItem, readItems } from '../../shared/store/dynamo.ts';
import { putVersioned, type Write } from '../../shared/store/write.ts';
import type { Claim, Ended, Held, HeldContent, MessageName, Notification, Waiting } from '../model/notification.ts';
import { recipientPartition } from './recipient-key.ts';

const notificationPrefix = 'NOTIFICATION#';

/** By recipient, event and channel, so that a second delivery of the event finds the message of the first. Event ids sort by time. */
const notificationKey = (organizationId: string, { userId, eventId, channel, deviceId }: MessageName): Key => ({
  pk: recipientPartition(organizationId, userId),
  sk: `${notificationPrefix}${eventId}#${channel}${deviceId === undefined ? '' : `#${deviceId}`}`,
});

const common = {
  userId: text,
  eventId: text,
  channel: oneOf('email', 'sms', 'push'),
  deviceId: optional(text),
  notificationId: text,
  cause: text,
  subject: text,
  aboutId: text,
  createdAt: text,
  version: number,
};
const held = record<Held>({
  correlationId: text,
  traceparent: text,
  dueAt: text,
  heldSince: text,
  content: variants<HeldContent, 'channel'>('channel', {
    sms: record<Extract<HeldContent, { channel: 'sms' }>>({ channel: oneOf('sms'), text }),
    push: record<Extract<HeldContent, { channel: 'push' }>>({
      channel: oneOf('push'),
      title: text,
      body: text,
      url: optional(text),
    }),
  }),
});
const ended = record<Ended>({ ...common, status: oneOf('sent', 'failed', 'dropped'), endedAt: text });

const notificationCodec = variants<Notification, 'status'>('status', {
  held: record<Waiting>({ ...common, status: oneOf('held'), held }),
  sending: record<Claim>({ ...common, status: oneOf('sending'), leaseUntil: text, held: optional(held) }),
  sent: ended,
  failed: ended,
  dropped: ended,
});

const readNotification = (item: Item): Notification => notificationCodec(item, `${item.pk}`);

/** Strongly consistent. */
export async function findNotification(organizationId: string, name: MessageName): Promise<Notification | undefined> {
  const item = await readItem(notificationKey(organizationId, name));
  return item && readNotification(item);
}

/** What is stored of each of these messages of one recipient, in their order. Strongly consistent. */
export async function findNotifications(
  organizationId: string,
  names: readonly MessageName[],
): Promise<(Notification | undefined)[]> {
  const keys = names.map((name) => notificationKey(organizationId, name));
  const items = keys.length === 0 ? [] : await readItems(keys);
  const bySk = new Map(items.map((item) => [item.sk, readNotification(item)]));
  return keys.map(({ sk }) => bySk.get(sk));
}

/** Longer than an event can come again: from its queue, or out of a dead-letter queue. */
const historyDays = 400;

export const putNotification = (organizationId: string, notification: Notification): Write =>
  putVersioned({
    ...notificationKey(organizationId, notification),
    organizationId,
    ...notification,
    expiresAt: Math.floor(Date.parse(notification.createdAt) / 1000) + historyDays * 24 * 3600,
  });

export const deleteNotification = (organizationId: string, name: MessageName): Write => ({
  Delete: { Key: notificationKey(organizationId, name) },
});

/** Up to so many of somebody's messages, strongly consistent. */
export async function findSomeNotifications(organizationId: string, userId: string, limit: number): Promise<Notification[]> {
  const { items } = await queryItems({ pk: recipientPartition(organizationId, userId), skPrefix: notificationPrefix, limit });
  return items.map(readNotification);
}

/** What was sent to somebody, newest first. */
export async function readHistory(
  organizationId: string,
  userId: string,
  page: { limit: number; cursor?: string },
): Promise<NotificationPage> {
  const pk = recipientPartition(organizationId, userId);
  const { items, nextCursor } = await queryItems({ pk, skPrefix: notificationPrefix, ascending: false, ...page });
  return {
    notifications: items.map((item) => shown(readNotification(item))),
    ...(nextCursor !== undefined && { nextCursor }),
  };
}

/** Neither the text nor the address: an e-mail may hold a secret link. */
function shown(notification: Notification): NotificationPage['notifications'][number] {
  const { notificationId, cause, channel, status, subject, aboutId, createdAt } = notification;
  return {
    notificationId,
    cause,
    channel,
    status,
    subject,
    aboutId,
    createdAt,
    ...(notification.status === 'held' && { dueAt: notification.held.dueAt }),
    ...('endedAt' in notification && { endedAt: notification.endedAt }),
  };
}

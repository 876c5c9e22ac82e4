import type { Commits } from '../../shared/store/commits.ts';
import type { Write } from '../../shared/store/write.ts';
import { afterErasure } from '../model/recipients/recipient.ts';
import { findDevices, removeDeviceWrites } from './device-table.ts';
import { deleteDue, dueOf } from './due-table.ts';
import { deleteMailboxes } from './mailbox-table.ts';
import { deleteNotification, findSomeNotifications } from './notification-table.ts';
import { recipientEffects } from './recipient-table.ts';

/** Each of them takes at most two actions of a transaction, which holds a hundred. */
const notificationsPerPage = 40;
/** 40,000 messages. More of them are deleted when the event is delivered again. */
const maxPages = 1000;

/**
 * Deletes everything about a person. That they were erased is stored first, and checked by whatever writes about them, so nothing is
 * added behind its back. It can be repeated.
 */
export async function eraseRecipient(organizationId: string, userId: string, commits: Commits): Promise<void> {
  await commits.decided(async () => ({ result: undefined, ...(await recipientEffects(organizationId, userId, afterErasure)) }));
  await commits.decided(async () => ({ result: undefined, writes: [deleteMailboxes(organizationId, userId)] }));
  for (const { deviceId } of await findDevices(organizationId, userId)) {
    await commits.decided(async () => ({
      result: undefined,
      writes: await removeDeviceWrites(organizationId, userId, deviceId),
    }));
  }
  for (let page = 1; page <= maxPages; page++) {
    const deleted = await commits.decided(async () => {
      const writes = await somePartOfTheHistory(organizationId, userId);
      return { result: writes.length, writes };
    });
    if (deleted === 0) return;
  }
  throw new Error(`${maxPages} pages of messages deleted, and there are more`);
}

async function somePartOfTheHistory(organizationId: string, userId: string): Promise<Write[]> {
  const found = await findSomeNotifications(organizationId, userId, notificationsPerPage);
  return found.flatMap((notification) => [
    deleteNotification(organizationId, notification),
    ...('held' in notification && notification.held !== undefined
      ? [deleteDue(dueOf(organizationId, notification, notification.held.dueAt))]
      : []),
  ]);
}

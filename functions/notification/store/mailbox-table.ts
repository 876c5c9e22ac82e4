import { list, number, optional, record, text } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Effects, Write } from '../../shared/store/write.ts';
import { type Mailbox, type Mailboxes, noMailboxes } from '../model/recipients/mailbox.ts';
import { contactKey } from './recipient-key.ts';
import { notErased } from './recipient-table.ts';

export const mailboxes = versionedItems<Mailboxes>({
  key: (organizationId, userId) => contactKey(organizationId, userId, 'MAILBOXES'),
  idOf: ({ userId }) => userId,
  codec: record<Mailboxes>({
    userId: text,
    mailboxes: list(
      record<Mailbox>({
        address: text,
        stoppedAt: optional(text),
        bounces: list(record<Mailbox['bounces'][number]>({ messageId: text, at: text })),
      }),
    ),
    version: number,
  }),
});

/** What something about a recipient's address changes. */
export async function mailboxEffects(
  organizationId: string,
  userId: string,
  after: (before: Mailboxes) => Mailboxes | undefined,
): Promise<Effects> {
  const changed = after((await mailboxes.find(organizationId, userId)) ?? noMailboxes(userId));
  if (changed === undefined) return {};
  return { writes: [mailboxes.put(organizationId, changed), notErased(organizationId, userId)] };
}

export const deleteMailboxes = (organizationId: string, userId: string): Write => ({
  Delete: { Key: contactKey(organizationId, userId, 'MAILBOXES') },
});

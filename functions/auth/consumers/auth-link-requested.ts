import { consume } from '../../shared/events/consume.ts';
import { addressFor, sentLink } from '../model/links/link-request.ts';
import { newSecret } from '../model/sign-in/session.ts';
import { putLink } from '../store/link-table.ts';
import { findUserByMailbox, isEmailTaken, unchangedRights, users } from '../store/user-table.ts';

/**
 * Finds out for whom a link was asked, and has it sent to the address that is stored, never to one that was typed. Nothing happens
 * when nobody has the address, or the user has no use for the link.
 */
export const onLinkRequested = consume('auth.link.requested', async ({ eventData }, { at, organizationId }) => {
  const { purpose, mailbox, userId } = eventData;
  const user = await (userId === undefined ? findUserByMailbox(organizationId, mailbox) : users.find(organizationId, userId));
  const email = user && addressFor(user, purpose, mailbox);
  if (user === undefined || email === undefined) return undefined;
  if (email !== user.email && (await isEmailTaken(organizationId, email))) return undefined;
  const secret = newSecret();
  const { link, event } = sentLink(user, { purpose, secret, email, at });
  return { writes: [putLink(secret, link), unchangedRights(user)], publish: [event] };
});

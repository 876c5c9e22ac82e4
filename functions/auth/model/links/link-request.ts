import type { LinkPurpose } from '../../../../generated/shared.ts';
import type { NewEvent } from '../../../shared/domain-event.ts';
import { mailboxOf } from '../profile/mailbox.ts';
import type { User } from '../user.ts';
import { type Link, newLink } from './link.ts';

/** A request for a link, whether the address is known or not. `requestId` is new. */
export const linkRequested = (
  data: { requestId: string; purpose: LinkPurpose; mailbox: string; userId?: string },
  at: string,
): NewEvent<'auth.link.requested'> => ({
  type: 'auth.link.requested',
  aggregateId: data.requestId,
  aggregateVersion: 1,
  occurredOn: at,
  data,
});

export type SentLink = {
  link: Link;
  event: NewEvent<'auth.verification.requested'> | NewEvent<'auth.password.reset.requested'>;
};

/** Where the link that was asked for goes, as it is stored; undefined when there is nothing to send to this user. */
export function addressFor(user: User, purpose: LinkPurpose, mailbox: string): string | undefined {
  if (!user.active) return undefined;
  const { organizationId, email, newEmail, verified } = user;
  if (mailbox === mailboxOf(organizationId, email)) return purpose === 'verification' && verified ? undefined : email;
  const isWanted = purpose === 'verification' && newEmail !== undefined && mailbox === mailboxOf(organizationId, newEmail);
  return isWanted ? newEmail : undefined;
}

/** The link and the event that has it sent. `secret` is new; `at` is ISO 8601 UTC. */
export function sentLink(
  user: User,
  { purpose, secret, email, at }: { purpose: LinkPurpose; secret: string; email: string; at: string },
): SentLink {
  const link = newLink(user, { purpose, secret, email, at });
  const { userId, name, language } = user;
  const data = { userId, email, name, ...(language !== undefined && { language }), secret, expiresAt: link.validUntil };
  const about = { aggregateId: userId, aggregateVersion: user.version, occurredOn: at };
  return {
    link,
    event:
      purpose === 'verification'
        ? { type: 'auth.verification.requested', ...about, data }
        : { type: 'auth.password.reset.requested', ...about, data },
  };
}

import type { LinkPurpose } from '../../../../generated/events/types.ts';
import type { NewEvent } from '../../../shared/domain-event.ts';
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

/** Where the link that was asked for goes; undefined when there is nothing to send to this user. */
export function addressFor(user: User, purpose: LinkPurpose): string | undefined {
  if (!user.active) return undefined;
  if (purpose === 'password') return user.email;
  return user.newEmail ?? (user.verified ? undefined : user.email);
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

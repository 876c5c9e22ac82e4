import { createHmac, timingSafeEqual } from 'node:crypto';
import type { LinkPurpose } from '../../../../generated/shared.ts';
import { normalizedEmail } from '../profile/mailbox.ts';
import type { User } from '../user.ts';

/**
 * A link that was sent to a user. Its secret is stored as a hash only, and so is the address it was sent to: neither can be read or
 * guessed from a stolen table.
 */
export type Link = {
  purpose: LinkPurpose;
  organizationId: string;
  userId: string;
  /** Keyed by the secret. */
  addressHash: string;
  /** The user's `sessionGeneration` when it was sent: a new password raises it, and so refuses the links sent before. */
  generation: number;
  /** ISO 8601 UTC. */
  validUntil: string;
};

const lifeMs: Readonly<Record<LinkPurpose, number>> = { verification: 24 * 3600_000, password: 3600_000 };

/** A link for this user, sent to this address at `at` (ISO 8601 UTC). */
export const newLink = (
  user: Pick<User, 'organizationId' | 'userId' | 'sessionGeneration'>,
  { purpose, secret, email, at }: { purpose: LinkPurpose; secret: string; email: string; at: string },
): Link => ({
  purpose,
  organizationId: user.organizationId,
  userId: user.userId,
  addressHash: hashOf(secret, email),
  generation: user.sessionGeneration,
  validUntil: new Date(Date.parse(at) + lifeMs[purpose]).toISOString(),
});

/** A link as it was opened: `at` is ISO 8601 UTC. */
export type OpenedLink = { link: Link; secret: string; at: string };

/** Whether the link may still be used by this user for this purpose. */
export const isGood = ({ link, at }: OpenedLink, user: User, purpose: LinkPurpose): boolean =>
  link.purpose === purpose && link.validUntil > at && link.userId === user.userId && user.active;

/** Whether the link was sent to this address. */
export const wasSentTo = ({ link, secret }: OpenedLink, email: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret, email)), Buffer.from(link.addressHash));

const hashOf = (secret: string, email: string) => createHmac('sha256', secret).update(normalizedEmail(email)).digest('base64url');

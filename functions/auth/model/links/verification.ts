import type { NewEvent } from '../../../shared/domain-event.ts';
import { profileUpdated } from '../profile/profile.ts';
import type { User } from '../user.ts';
import { isGood, type OpenedLink, wasSentTo } from './link.ts';

export type Verification<Verified extends User> =
  | { outcome: 'verified'; user: Verified; events: NewEvent[] }
  /** The user moved to the new address that the link was sent to. Its claim moves with it. */
  | { outcome: 'moved'; user: Verified; events: NewEvent[] }
  /** The link was used, is too old, or was sent to an address that the user no longer has or wants. */
  | { outcome: 'refused' };

/** Proves the address to which the link was sent: the user's own, or the one that the user wants to have. */
export function decideVerification<Verified extends User>(user: Verified, opened: OpenedLink): Verification<Verified> {
  const { at } = opened;
  if (!isGood(opened, user, 'verification')) return { outcome: 'refused' };
  if (user.newEmail !== undefined && wasSentTo(opened, user.newEmail)) {
    const moved = { ...user, email: user.newEmail, newEmail: undefined, verified: true, version: user.version + 1 };
    return { outcome: 'moved', user: moved, events: [profileUpdated(moved, ['email'], at), userVerified(moved, at)] };
  }
  if (user.verified || !wasSentTo(opened, user.email)) return { outcome: 'refused' };
  const verified = { ...user, verified: true, version: user.version + 1 };
  return { outcome: 'verified', user: verified, events: [userVerified(verified, at)] };
}

const userVerified = ({ userId, email, version }: User, at: string): NewEvent<'auth.user.verified'> => ({
  type: 'auth.user.verified',
  aggregateId: userId,
  aggregateVersion: version,
  occurredOn: at,
  data: { userId, email, verifiedAt: at },
});

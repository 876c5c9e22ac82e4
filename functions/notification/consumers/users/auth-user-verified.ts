import { consume } from '../../../shared/events/consume.ts';
import { afterVerification } from '../../model/recipients/mailbox.ts';
import { mailboxEffects } from '../../store/mailbox-table.ts';

/** Somebody read what we sent to this address: it is written to again, whatever came back from it before. */
export const onUserVerified = consume('auth.user.verified', ({ eventData: { userId, email } }, { organizationId }) =>
  // Without the address, the person was erased.
  email === undefined ? undefined : mailboxEffects(organizationId, userId, (before) => afterVerification(before, email)),
);

import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { verifyAddress } from '../../model/messages/account-messages.ts';
import { notifyLinkOwner } from '../../store/link-notifier.ts';

export const onVerificationRequested = consumeWithOwnCommit('auth.verification.requested', ({ eventData }, handling, commits) =>
  notifyLinkOwner(eventData, verifyAddress, handling, commits),
);

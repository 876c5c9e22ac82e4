import { consumeWithOwnCommit } from '../../../shared/events/consume.ts';
import { resetPassword } from '../../model/messages/account-messages.ts';
import { notifyLinkOwner } from '../../store/link-notifier.ts';

export const onPasswordResetRequested = consumeWithOwnCommit(
  'auth.password.reset.requested',
  ({ eventData }, handling, commits) => notifyLinkOwner(eventData, resetPassword, handling, commits),
);

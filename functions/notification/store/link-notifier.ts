import type { ReceivedDataByType } from '../../../generated/events/types.ts';
import type { Handling, HandlingCommits } from '../../shared/events/consume.ts';
import { PermanentFault } from '../../shared/faults.ts';
import type { SecretLink } from '../model/messages/account-messages.ts';
import type { Message } from '../model/messages/message.ts';
import { notifyAddress } from './notifier.ts';

type LinkRequested = ReceivedDataByType['auth.verification.requested' | 'auth.password.reset.requested'];

/**
 * E-mails a secret link to the address that auth names. @throws {PermanentFault} when the link has expired: its event goes to the
 * dead-letter queue, so that nobody waits for it in silence
 */
export async function notifyLinkOwner(
  { userId, email, name, language, secret, expiresAt }: LinkRequested,
  messageOf: (link: SecretLink) => Message,
  handling: Handling,
  commits: HandlingCommits,
): Promise<void> {
  // Without them, the person was erased.
  if (email === undefined || name === undefined || secret === undefined) return;
  if (expiresAt <= handling.at) throw new PermanentFault('the link expired before it could be sent');
  await notifyAddress(
    { userId, email, name, ...(language !== undefined && { language }) },
    messageOf({ userId, secret, expiresAt }),
    handling,
    commits,
  );
}

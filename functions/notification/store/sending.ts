import type { Cause } from '../../shared/cause.ts';
import type { Commits } from '../../shared/store/commits.ts';
import { type Claim, decideEnd, type Notification, released } from '../model/notification.ts';
import { type Outgoing, recipientName } from '../model/outgoing.ts';
import type { References, SendOutcome } from './channels/channel.ts';
import { ChannelFaultError } from './channels/channel-fault.ts';
import { forgetDeviceWrites } from './device-table.ts';
import { deleteDue, dueOf } from './due-table.ts';
import { findNotification, putNotification } from './notification-table.ts';

export type Sending = { claim: Claim; outgoing: Outgoing; cause: Cause };
type Send<Message extends Outgoing> = (message: Message, references: References) => Promise<SendOutcome>;

/**
 * Sends a message that was claimed, and stores how that ended. A claim whose message was certainly not sent is released, so that the
 * next delivery need not wait for the end of its lease.
 * @throws {ChannelFaultError} when the service did not accept it for now
 */
export async function sendClaimed<Message extends Outgoing>(
  { claim, outgoing, cause }: Sending & { outgoing: Message },
  send: Send<Message>,
  commits: Commits,
): Promise<void> {
  const { organizationId, correlationId } = cause;
  const { userId, notificationId } = claim;
  const outcome = await send(outgoing, { organizationId, userId, notificationId, correlationId }).catch(async (thrown) => {
    if (thrown instanceof ChannelFaultError && thrown.isNotSent)
      await commits.now({ writes: [putNotification(organizationId, released(claim, new Date().toISOString()))] });
    throw thrown;
  });
  await endClaimed({ claim, outgoing, cause }, outcome === 'sent' ? 'sent' : 'failed', commits);
  if (outcome === 'gone' && outgoing.channel === 'push') {
    const { to } = outgoing;
    await commits.decided(async () => ({ result: undefined, writes: await forgetDeviceWrites(organizationId, userId, to) }));
  }
}

/** Stores how sending ended, with its event. */
export async function endClaimed(
  { claim, outgoing, cause: { organizationId } }: Sending,
  status: 'sent' | 'failed',
  commits: Commits,
): Promise<void> {
  const end = { status, at: new Date().toISOString(), recipient: recipientName(outgoing) };
  // Our claim is what is stored. Only after a conflict is that read again.
  let known: Notification | undefined = claim;
  await commits.decided(async () => {
    const decided = decideEnd(claim, end, known ?? (await findNotification(organizationId, claim)));
    known = undefined;
    if (decided === undefined) return { result: undefined };
    const { notification, event } = decided;
    return {
      result: undefined,
      writes: [
        putNotification(organizationId, notification),
        ...(claim.held === undefined ? [] : [deleteDue(dueOf(organizationId, claim, claim.held.dueAt))]),
      ],
      ...(event && { publish: [event] }),
    };
  });
}

import type { Cause } from '../../shared/cause.ts';
import { environment } from '../../shared/environment.ts';
import type { Handling, HandlingCommits } from '../../shared/events/consume.ts';
import { mayBeOnItsWay, newId } from '../../shared/ids.ts';
import type { Commits } from '../../shared/store/commits.ts';
import { inTurns } from '../../shared/waiting/in-turns.ts';
import type { Message } from '../model/messages/message.ts';
import { type Claim, decideClaim, type Held, type MessageName } from '../model/notification.ts';
import { heldContent, type Outgoing, outgoingTo, type Reach } from '../model/outgoing.ts';
import { type Addressee, byEmailOnly, decideAddressee } from '../model/recipients/addressee.ts';
import { noMailboxes } from '../model/recipients/mailbox.ts';
import { quietUntil } from '../model/recipients/quiet-hours.ts';
import { send } from './channels/senders.ts';
import { findContact } from './contact-table.ts';
import { dueOf, putDue } from './due-table.ts';
import { findNotifications, putNotification } from './notification-table.ts';
import { notErased, RecipientUnknownError, requireStaff } from './recipient-table.ts';
import { sendClaimed } from './sending.ts';

/** For one event. A batch brings ten events, and a new account may send only a few messages a second. */
const messagesAtOnce = 5;

/** Another delivery of this event is sending the message: the queue delivers the event again and finds it sent, or its lease over. */
class BeingSentError extends Error {
  override readonly name = 'BeingSentError';
}

/**
 * Sends a customer the message about the event at hand, on each channel that it is announced on, that they agreed to and can be
 * reached on. Somebody who was erased gets nothing. The record of each message says that it was sent, so the event needs no marker.
 * @throws {RecipientUnknownError} while the registration may still be on its way
 */
export async function notifyCustomer(
  customerId: string,
  message: Message,
  handling: Handling,
  { unmarked }: HandlingCommits,
): Promise<void> {
  const { organizationId, cause, at } = handling;
  const { recipient, ...reach } = await findContact(organizationId, customerId);
  const mayBeRegisteredSoon = mayBeOnItsWay(cause.causationId, at);
  const decision = decideAddressee(recipient, { mayBeRegisteredSoon });
  if (decision.outcome === 'erased') return;
  if (decision.outcome === 'unknown')
    throw new RecipientUnknownError(`the registration of customer ${customerId} has not arrived yet`);
  await announce({ addressee: decision.addressee, reach, message, handling }, unmarked);
}

/** E-mails those who may act for a shop about the event at hand. One who cannot be written to stops no other. */
export async function notifyStaff(
  localId: string,
  message: Message,
  handling: Handling,
  { unmarked }: HandlingCommits,
): Promise<void> {
  const { organizationId } = handling;
  const staff = await requireStaff(organizationId, localId);
  await inTurns(staff, messagesAtOnce, async (member) => {
    const reach = await findContact(organizationId, member.userId);
    await announce({ addressee: byEmailOnly(member), reach, message, handling }, unmarked);
  });
}

/**
 * E-mails an address that the event itself names, to somebody who asked for it there: whether they agreed to e-mails, and what came
 * back from the address before, does not matter.
 */
export async function notifyAddress(
  owner: Parameters<typeof byEmailOnly>[0],
  message: Message,
  handling: Handling,
  { unmarked }: HandlingCommits,
): Promise<void> {
  const reach = { mailboxes: noMailboxes(owner.userId), devices: [] };
  await announce({ addressee: byEmailOnly(owner), reach, message, handling }, unmarked);
}

type Announced = { addressee: Addressee; reach: Reach; message: Message; handling: Handling };

/** Claims all messages of one recipient in one transaction, sends them, and stores how each ended. */
async function announce({ addressee, reach, message, handling }: Announced, commits: Commits): Promise<void> {
  const { cause, detailType } = handling;
  const frontEndUrl = environment('FRONT_END_URL');
  // Leases and quiet hours are counted from now, since messages wait for each other.
  const at = new Date().toISOString();
  const announcement = { message, cause: detailType, frontEndUrl, reference: cause.correlationId, at };
  const { subject, messages } = outgoingTo(addressee, reach, announcement);
  if (messages.length === 0) return;
  const { claimed, isBeingSent } = await claimAll(
    { addressee, messages, subject, aboutId: message.aboutId, announcedBy: detailType, cause, at },
    commits,
  );
  await inTurns(claimed, messagesAtOnce, ({ claim, outgoing }) => sendClaimed({ claim, outgoing, cause }, send, commits));
  if (isBeingSent) throw new BeingSentError(`a message about event ${cause.causationId} is being sent`);
}

type Claiming = {
  addressee: Addressee;
  messages: readonly Outgoing[];
  subject: string;
  aboutId: string;
  announcedBy: string;
  cause: Cause;
  at: string;
};
type Claimed = { claim: Claim; outgoing: Outgoing };

/** The claims keep other deliveries of the event from sending the messages too. */
async function claimAll(
  { addressee, messages, subject, aboutId, announcedBy, cause, at }: Claiming,
  commits: Commits,
): Promise<{ claimed: Claimed[]; isBeingSent: boolean }> {
  const { organizationId, causationId: eventId } = cause;
  const { userId, quietHours } = addressee;
  const named = messages.map((outgoing): MessageName => messageName(userId, eventId, outgoing));
  const until = quietUntil(quietHours, at);
  return commits.decided(async () => {
    const stored = await findNotifications(organizationId, named);
    const decisions = messages.flatMap((outgoing, index) => {
      const name = named[index];
      if (name === undefined) return [];
      const hold = holdUntil(until, outgoing, cause, at);
      const command = { name, notificationId: newId(at), cause: announcedBy, subject, aboutId, at, hold };
      return [{ outgoing, decision: decideClaim(command, stored[index]) }];
    });
    const claimed = decisions.flatMap(({ outgoing, decision }) =>
      decision.outcome === 'claimed' ? [{ claim: decision.claim, outgoing }] : [],
    );
    const held = decisions.flatMap(({ decision }) => (decision.outcome === 'held' ? [decision.notification] : []));
    const writes = [
      ...[...claimed.map(({ claim }) => claim), ...held].map((notification) => putNotification(organizationId, notification)),
      ...held.map((notification) => putDue(dueOf(organizationId, notification, notification.held.dueAt))),
    ];
    return {
      result: { claimed, isBeingSent: decisions.some(({ decision }) => decision.outcome === 'being-sent') },
      ...(writes.length > 0 && { writes: [...writes, notErased(organizationId, userId)] }),
    };
  });
}

const messageName = (userId: string, eventId: string, outgoing: Outgoing): MessageName => ({
  userId,
  eventId,
  channel: outgoing.channel,
  ...(outgoing.channel === 'push' && { deviceId: outgoing.to.deviceId }),
});

/** Undefined for a message that may go out now. */
function holdUntil(
  until: string | undefined,
  outgoing: Outgoing,
  { correlationId, traceparent }: Cause,
  at: string,
): Held | undefined {
  const content = until === undefined ? undefined : heldContent(outgoing);
  return until === undefined || content === undefined
    ? undefined
    : { correlationId, traceparent, dueAt: until, heldSince: at, content };
}

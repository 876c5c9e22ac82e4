import type { Cause } from '../../shared/cause.ts';
import { causeText } from '../../shared/faults.ts';
import { log } from '../../shared/log.ts';
import { type Commits, commitsOf } from '../../shared/store/commits.ts';
import { type Claim, decideDue, decideEnd, type Held, type Notification } from '../model/notification.ts';
import { type OutgoingOn, outgoingAgain } from '../model/outgoing.ts';
import { decideAddressee } from '../model/recipients/addressee.ts';
import { quietUntil } from '../model/recipients/quiet-hours.ts';
import { sendToPhone } from './channels/phone-senders.ts';
import { findContact } from './contact-table.ts';
import { type Due, deleteDue, dueOf, putDue } from './due-table.ts';
import { findNotification, putNotification } from './notification-table.ts';
import { endClaimed, sendClaimed } from './sending.ts';

/** A message that still cannot be sent so long after the end of the quiet hours is given up, and reported as failed. */
const givenUpAfterMs = 24 * 3_600_000;

/**
 * Sends a message whose quiet hours are over, to where its recipient is reached now. `left` when it is quiet there again, or another
 * run is sending it. @throws {ChannelFaultError} when the service did not accept it for now: the next run tries again
 */
export async function sendHeld(due: Due): Promise<'done' | 'left'> {
  const { organizationId, userId } = due;
  const at = new Date().toISOString();
  const { recipient, devices } = await findContact(organizationId, userId);
  const decision = decideAddressee(recipient, { mayBeRegisteredSoon: false });
  const addressee = decision.outcome === 'addressee' ? decision.addressee : undefined;
  const stored = await findNotification(organizationId, due);
  const cause = causeOfHeld(due, stored);
  if (cause === undefined) return forget(due);
  const commits = commitsOf(cause);

  const device = devices.find(({ deviceId }) => deviceId === due.deviceId);
  const outgoing = addressee && stored && outgoingOf(stored, (held) => outgoingAgain(held.content, addressee, device));
  if (outgoing === undefined) return drop(due, commits, at);
  const claimed = await claimDue(due, { at, until: quietUntil(addressee?.quietHours, at) }, commits);
  if (claimed === undefined) return 'left';
  return sendOrGiveUp({ claim: claimed, outgoing, cause }, commits, at);
}

async function sendOrGiveUp(
  sending: { claim: Claim & { held: Held }; outgoing: OutgoingOn<'sms' | 'push'>; cause: Cause },
  commits: Commits,
  at: string,
): Promise<'done'> {
  const { claim, cause } = sending;
  try {
    await sendClaimed(sending, sendToPhone, commits);
  } catch (thrown) {
    if (Date.parse(at) - Date.parse(claim.held.dueAt) < givenUpAfterMs) throw thrown;
    const { notificationId } = claim;
    log.error('message given up', { notificationId, correlationId: cause.correlationId, cause: causeText(thrown) });
    const stored = await findNotification(cause.organizationId, claim);
    if (stored?.status === 'sending') await endClaimed({ ...sending, claim: stored }, 'failed', commits);
  }
  return 'done';
}

/** Undefined when the message is not to be sent by this run. */
async function claimDue(
  due: Due,
  { at, until }: { at: string; until: string | undefined },
  commits: Commits,
): Promise<(Claim & { held: Held }) | undefined> {
  const { organizationId } = due;
  return commits.decided(async () => {
    const decision = decideDue(await findNotification(organizationId, due), { at, quietUntil: until });
    switch (decision.outcome) {
      case 'claimed':
        return { result: decision.claim, writes: [putNotification(organizationId, decision.claim)] };
      case 'put-off': {
        const { notification } = decision;
        const later = dueOf(organizationId, notification, notification.held.dueAt);
        return { result: undefined, writes: [putNotification(organizationId, notification), deleteDue(due), putDue(later)] };
      }
      case 'settled':
        return { result: undefined, writes: [deleteDue(due)] };
      case 'being-sent':
        return { result: undefined };
    }
  });
}

/** The recipient no longer wants the message, or has nowhere to get it. `left` while another run is sending it. */
async function drop(due: Due, commits: Commits, at: string): Promise<'done' | 'left'> {
  const { organizationId } = due;
  return commits.decided(async () => {
    const stored = await findNotification(organizationId, due);
    if (stored?.status === 'sending' && stored.leaseUntil > at) return { result: 'left' };
    const isOpen = stored?.status === 'held' || stored?.status === 'sending';
    const dropped = isOpen ? decideEnd(stored, { status: 'dropped', at, recipient: '' }, stored) : undefined;
    return {
      result: 'done',
      writes: [deleteDue(due), ...(dropped === undefined ? [] : [putNotification(organizationId, dropped.notification)])],
    };
  });
}

/** There is no such message any more: its recipient was erased. */
async function forget(due: Due): Promise<'done'> {
  const nobody = { correlationId: due.eventId, traceparent: '', organizationId: due.organizationId, causationId: due.eventId };
  await commitsOf(nobody).decided(async () => ({ result: undefined, writes: [deleteDue(due)] }));
  return 'done';
}

const heldOf = (stored: Notification | undefined): Held | undefined =>
  stored?.status === 'held' || stored?.status === 'sending' ? stored.held : undefined;

function outgoingOf<Result>(stored: Notification, of: (held: Held) => Result): Result | undefined {
  const held = heldOf(stored);
  return held && of(held);
}

/** The message is part of what caused it, hours ago. */
function causeOfHeld({ organizationId, eventId }: Due, stored: Notification | undefined): Cause | undefined {
  const held = heldOf(stored);
  return held && { correlationId: held.correlationId, traceparent: held.traceparent, organizationId, causationId: eventId };
}

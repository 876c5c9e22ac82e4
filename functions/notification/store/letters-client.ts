import type { Cause } from '../../shared/cause.ts';
import { newId } from '../../shared/ids.ts';
import { inTurns } from '../../shared/in-turns.ts';
import { commit } from '../../shared/store/commit.ts';
import { letterTo, type Message } from '../model/message.ts';
import { type Claim, claimNotification, endNotification } from '../model/notification.ts';
import type { Recipient } from '../model/recipient.ts';
import { sendEmail } from './email-client.ts';
import { findNotification, putNotification } from './notification-table.ts';
import { findRecipient, findStaff } from './recipient-table.ts';

/** Of one event. A batch brings ten events, and a new account may send few letters a second. */
const lettersAtOnce = 5;

/** Nobody to write to: auth.user.registered is still on its way, so the queue asks again. */
class RecipientUnknownError extends Error {
  override readonly name = 'RecipientUnknownError';
}

/** Another delivery of this event is sending the letter: the queue asks again, and finds it sent or its sender dead. */
class BeingSentError extends Error {
  override readonly name = 'BeingSentError';
}

/** Tells the customer of the event at hand. */
export async function notifyCustomer(customerId: string, message: Message, cause: Cause): Promise<void> {
  const recipient = await findRecipient(cause.organizationId, customerId);
  if (recipient === undefined) throw new RecipientUnknownError(`customer ${customerId} is not known yet`);
  await notify(recipient, message, cause);
}

/** Tells the organization's admins and producers of the event at hand. */
export async function notifyStaff(message: Message, cause: Cause): Promise<void> {
  const staff = await findStaff(cause.organizationId);
  if (staff.length === 0) throw new RecipientUnknownError(`no staff of ${cause.organizationId} is known yet`);
  // One event, several letters: each one's own record says that it was sent, and none may mark the event as handled for all.
  await inTurns(staff, lettersAtOnce, (recipient) => notify(recipient, message, unmarked(cause)));
}

/** Claims the letter, sends it, and stores how that ended. The claim is what a concurrent or later delivery finds. */
async function notify(recipient: Recipient, message: Message, cause: Cause): Promise<void> {
  const claim = await claimLetter(recipient, message, cause);
  if (claim === undefined) return;
  const { organizationId, correlationId } = cause;
  const { subject } = message;
  const text = letterTo(recipient.name, message, correlationId);
  const status = await sendEmail({ to: recipient.email, subject, text, correlationId });
  const { notification, event } = endNotification(claim, status, new Date().toISOString());
  await commit({ cause, writes: [putNotification(organizationId, notification, claim)], publish: [event] });
}

/** Undefined when the recipient was told before. @throws {BeingSentError} */
async function claimLetter(recipient: Recipient, message: Message, cause: Cause): Promise<Claim | undefined> {
  const { organizationId, causationId: eventId } = cause;
  const at = new Date().toISOString();
  const stored = await findNotification(organizationId, { userId: recipient.userId, eventId });
  const claiming = claimNotification({ notificationId: newId(at), recipient, message, eventId, at }, stored);
  if (claiming.outcome === 'ended') return undefined;
  if (claiming.outcome === 'claimed') {
    const writes = [putNotification(organizationId, claiming.claim, stored)];
    const { outcome } = await commit({ cause: unmarked(cause), writes });
    if (outcome === 'committed') return claiming.claim;
  }
  throw new BeingSentError(`a letter about event ${eventId} is being sent`);
}

/** The same cause for a write that does not end the handling of its event. */
const unmarked = (cause: Cause): Cause => ({ ...cause, handling: undefined });

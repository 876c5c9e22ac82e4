import type { Cause } from '../shared/cause.ts';
import { commit } from '../shared/commit.ts';
import { newId } from '../shared/ids.ts';
import { sendEmail } from './email.ts';
import { letterTo, type Message } from './message.ts';
import { recordNotification } from './notification.ts';
import { putNewNotification, wasNotified } from './notification-table.ts';
import type { Recipient } from './recipient.ts';
import { findRecipient, findStaff } from './recipient-table.ts';

/** Nobody to write to: auth.user.registered is still on its way, so the queue asks again. */
class RecipientUnknownError extends Error {
  override readonly name = 'RecipientUnknownError';
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
  for (const [index, recipient] of staff.entries()) {
    // The event is handled once the last one has been told; each one's own record keeps the others from a second letter.
    const isLast = index === staff.length - 1;
    await notify(recipient, message, isLast ? cause : { ...cause, handling: undefined });
  }
}

/**
 * Sends a letter, then stores that it was sent, keyed by event and recipient: a redelivered event sends none again. Sending cannot join
 * the transaction, so a crash between the two (or two deliveries at the same moment) sends the letter twice. Never is one lost.
 */
async function notify(recipient: Recipient, message: Message, cause: Cause): Promise<void> {
  const { organizationId, correlationId, causationId: eventId } = cause;
  if (await wasNotified(organizationId, { userId: recipient.userId, eventId })) return;
  const text = letterTo(recipient.name, message, correlationId);
  const status = await sendEmail({ to: recipient.email, subject: message.subject, text, correlationId });
  const at = new Date().toISOString();
  const { notification, event } = recordNotification({ notificationId: newId(at), recipient, message, eventId, status, at });
  await commit({ cause, writes: [putNewNotification(organizationId, notification)], publish: [event] });
}

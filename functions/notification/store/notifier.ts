import type { Cause } from '../../shared/cause.ts';
import type { Handling, HandlingCommits } from '../../shared/events/consume.ts';
import { newId } from '../../shared/ids.ts';
import type { Commits } from '../../shared/store/commits.ts';
import { inTurns } from '../../shared/waiting/in-turns.ts';
import { emailText, type Message } from '../model/message.ts';
import { type Claim, decideClaim, decideEnd, type Notification } from '../model/notification.ts';
import type { Addressee } from '../model/recipient.ts';
import { sendEmail } from './email-client.ts';
import { findNotification, putNotification } from './notification-table.ts';
import { requireAddressee, requireStaff } from './recipient-table.ts';

/** For one event. A batch brings ten events, and a new account may send only a few e-mails a second. */
const emailsAtOnce = 5;

/** Another delivery of this event is sending the e-mail: the queue delivers the event again and finds it sent, or its lease over. */
class BeingSentError extends Error {
  override readonly name = 'BeingSentError';
}

/** E-mails the customer about the event at hand. Its end is stored with the marker that the event is handled. */
export async function notifyCustomer(
  customerId: string,
  message: Message,
  { organizationId, cause }: Handling,
  commits: HandlingCommits,
): Promise<void> {
  const recipient = await requireAddressee(organizationId, customerId);
  await notify({ recipient, message, cause }, commits.unmarked, commits);
}

/**
 * E-mails those who may act for a shop about the event at hand. The event gets no marker, since none of the e-mails may
 * end it for all: the record of each says that it was sent.
 */
export async function notifyStaff(
  localId: string,
  message: Message,
  { organizationId, cause }: Handling,
  { unmarked }: HandlingCommits,
): Promise<void> {
  const staff = await requireStaff(organizationId, localId);
  await inTurns(staff, emailsAtOnce, (recipient) => notify({ recipient, message, cause }, unmarked, unmarked));
}

type Email = { recipient: Addressee; message: Message; cause: Cause };

/** Claims the e-mail, sends it, and stores how that ended. The claim keeps other deliveries of the event from sending it too. */
async function notify(email: Email, claiming: Commits, ending: Commits): Promise<void> {
  const claim = await claimEmail(email, claiming);
  if (claim === undefined) return;
  const { recipient, message, cause } = email;
  const { organizationId, correlationId } = cause;
  const text = emailText(recipient.name, message, correlationId);
  const status = await sendEmail({ to: recipient.email, subject: message.subject, text, correlationId });
  const at = new Date().toISOString();
  // Our claim is what is stored. Only after a conflict is that read again.
  let known: Notification | undefined = claim;
  await ending.decided(async () => {
    const end = decideEnd({ claim, status, at }, known ?? (await findNotification(organizationId, claim)));
    known = undefined;
    return {
      result: undefined,
      ...(end && { writes: [putNotification(organizationId, end.notification, claim)], publish: [end.event] }),
    };
  });
}

/** Undefined when the e-mail was sent before. Leases are counted from now, since e-mails wait for each other. @throws {BeingSentError} */
async function claimEmail({ recipient, message, cause }: Email, commits: Commits): Promise<Claim | undefined> {
  const { organizationId, causationId: eventId } = cause;
  const at = new Date().toISOString();
  const stored = await findNotification(organizationId, { userId: recipient.userId, eventId });
  const decision = decideClaim({ notificationId: newId(at), recipient, message, eventId, at }, stored);
  if (decision.outcome === 'ended') return undefined;
  if (decision.outcome === 'claimed') {
    const { outcome } = await commits.now({ writes: [putNotification(organizationId, decision.claim, stored)] });
    if (outcome === 'committed') return decision.claim;
  }
  throw new BeingSentError(`an e-mail about event ${eventId} is being sent`);
}

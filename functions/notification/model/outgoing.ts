import type { Channel } from '../../../generated/shared.ts';
import { channelsOf } from './channels.ts';
import { formatsOf } from './formats.ts';
import type { Message } from './messages/message.ts';
import type { HeldContent } from './notification.ts';
import type { Addressee } from './recipients/addressee.ts';
import type { Device } from './recipients/device.ts';
import { isStopped, type Mailboxes } from './recipients/mailbox.ts';
import { type Email, renderEmail, subjectOf } from './rendering/email.ts';
import { type Push, renderPush } from './rendering/push.ts';
import { renderSms } from './rendering/sms.ts';

/** A message as it goes out on one channel. */
export type Outgoing =
  | { channel: 'email'; to: string; email: Email }
  | { channel: 'sms'; to: string; text: string }
  | { channel: 'push'; to: Device; push: Push };
export type OutgoingOn<On extends Channel> = Extract<Outgoing, { channel: On }>;

/** How a recipient can be reached, besides what they told us about themselves. */
export type Reach = { mailboxes: Mailboxes; devices: readonly Device[] };

export type Announcement = {
  message: Message;
  /** The wire name of the event that is announced. */
  cause: string;
  /** The address of the front end, without a slash at its end. */
  frontEndUrl: string;
  /** The correlation id. */
  reference: string;
  /** ISO 8601 UTC. */
  at: string;
};

/** What is sent to a recipient: one message on each channel of the cause that they agreed to and can be reached on. */
export function outgoingTo(
  addressee: Addressee,
  { mailboxes, devices }: Reach,
  { message, cause, frontEndUrl, reference, at }: Announcement,
): { subject: string; messages: Outgoing[] } {
  const { name, language, email, phone, quietHours, takesPush } = addressee;
  const { aboutId, path, words } = message;
  const wording = words[language](formatsOf(language, quietHours?.timeZone));
  const url = path === undefined ? undefined : `${frontEndUrl}/${path}`;
  const short = wording.short ?? { before: wording.subject };
  const letterhead = { language, name, ...(url !== undefined && { url }), aboutId, reference };
  const on: Record<Channel, () => Outgoing[]> = {
    email: () =>
      isStopped(mailboxes, email, at) ? [] : [{ channel: 'email', to: email, email: renderEmail(wording, letterhead) }],
    sms: () => (phone === undefined ? [] : [{ channel: 'sms', to: phone, text: renderSms(short, url) }]),
    push: () => (takesPush ? devices.map((to) => ({ channel: 'push', to, push: renderPush(wording, url) })) : []),
  };
  const messages = channelsOf(cause)
    .filter((channel) => addressee.channels.includes(channel))
    .flatMap((channel) => on[channel]());
  return { subject: subjectOf(wording), messages };
}

/** A message that was held, addressed to where the recipient is reached now; undefined when they are not reached there any more. */
export function outgoingAgain(
  content: HeldContent,
  addressee: Addressee,
  device: Device | undefined,
): OutgoingOn<'sms' | 'push'> | undefined {
  if (!addressee.channels.includes(content.channel)) return undefined;
  if (content.channel === 'sms') return addressee.phone === undefined ? undefined : { ...content, to: addressee.phone };
  if (device === undefined || !addressee.takesPush) return undefined;
  const { channel, ...push } = content;
  return { channel, to: device, push };
}

/** What is kept of a message while it is held. E-mails are never held: nobody is woken by one. */
export function heldContent(outgoing: Outgoing): HeldContent | undefined {
  switch (outgoing.channel) {
    case 'email':
      return undefined;
    case 'sms':
      return { channel: 'sms', text: outgoing.text };
    case 'push':
      return { channel: 'push', ...outgoing.push };
  }
}

/** As notification.sent names it: the e-mail address, the telephone number or the id of the device. */
export const recipientName = (outgoing: Outgoing): string => (outgoing.channel === 'push' ? outgoing.to.deviceId : outgoing.to);

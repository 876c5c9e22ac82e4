import type { Outgoing } from '../../model/outgoing.ts';
import type { References, SendOutcome } from './channel.ts';
import { sendEmail } from './email-client.ts';
import { sendToPhone } from './phone-senders.ts';

/** Sends a message on its channel. @throws {ChannelFaultError} for anything temporary */
export const send = (message: Outgoing, references: References): Promise<SendOutcome> =>
  message.channel === 'email' ? sendEmail(message, references) : sendToPhone(message, references);

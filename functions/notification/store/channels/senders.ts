import type { Channel } from '../../../../generated/shared.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import type { References, Sender } from './channel.ts';
import { sendEmail } from './email-client.ts';
import { sendPush } from './push-client.ts';
import { sendSms } from './sms-client.ts';

/** Sends a message on its channel. */
export async function send(message: Outgoing, references: References): ReturnType<Sender<Channel>> {
  switch (message.channel) {
    case 'email':
      return sendEmail(message, references);
    case 'sms':
      return sendSms(message, references);
    case 'push':
      return sendPush(message, references);
  }
}

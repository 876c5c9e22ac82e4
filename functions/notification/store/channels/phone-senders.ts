import type { OutgoingOn } from '../../model/outgoing.ts';
import type { References, SendOutcome } from './channel.ts';
import { sendPush } from './push-client.ts';
import { sendSms } from './sms-client.ts';

/** Sends a message of a kind that wakes people up, and so may have been held. @throws {ChannelFaultError} for anything temporary */
export const sendToPhone = (message: OutgoingOn<'sms' | 'push'>, references: References): Promise<SendOutcome> =>
  message.channel === 'sms' ? sendSms(message, references) : sendPush(message, references);

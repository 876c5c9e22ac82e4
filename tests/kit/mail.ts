import { inject } from 'vitest';
import { emulator } from '../../local/emulator/chosen-emulator.ts';
import type { SentEmail, SentText } from '../../local/emulator/emulator.ts';
import { eventually } from '../../local/process/eventually.ts';
import type { PushDevice, ReceivedPush } from './push-device.ts';

/** The emails that were sent to an address so far. */
export async function lettersTo(email: string): Promise<SentEmail[]> {
  const sent = await emulator.sentEmails(inject('world').awsEndpoint);
  return sent.filter(({ to }) => to.includes(email));
}

/** Waits for an email to an address whose subject or text matches. */
export const letterTo = (email: string, pattern: RegExp): Promise<SentEmail> =>
  eventually(`an email to ${email} like ${pattern}`, async () => {
    const letters = await lettersTo(email);
    const found = letters.find(({ subject, text }) => pattern.test(subject) || pattern.test(text));
    if (found === undefined) throw new Error(`there are: ${letters.map(({ subject }) => subject).join(' | ')}`);
    return found;
  });

/** Waits for an SMS to a number whose text matches. */
export const textTo = (phone: string, pattern: RegExp): Promise<SentText> =>
  eventually(`an SMS to ${phone} like ${pattern}`, async () => {
    const texts = (await emulator.sentTexts(inject('world').awsEndpoint)).filter(({ to }) => to === phone);
    const found = texts.find(({ text }) => pattern.test(text));
    if (found === undefined) throw new Error(`there are: ${texts.map(({ text }) => text).join(' | ')}`);
    return found;
  });

/** Waits for a push message to a device whose title matches. */
export const pushTo = ({ received }: PushDevice, pattern: RegExp): Promise<ReceivedPush> =>
  eventually(`a push message like ${pattern}`, () => {
    const found = received.find(({ message }) => pattern.test(message.title));
    if (found === undefined) throw new Error(`there are: ${received.map(({ message }) => message.title).join(' | ')}`);
    return Promise.resolve(found);
  });

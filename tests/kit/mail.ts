import { inject } from 'vitest';
import { emulator } from '../../local/emulator/chosen-emulator.ts';
import type { SentEmail } from '../../local/emulator/emulator.ts';
import { eventually } from '../../local/process/eventually.ts';

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

import { inject } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';

/** What SES was asked to send. */
export type Letter = { to: readonly string[]; subject: string; text: string };

/** The letters to an address so far; the emulator keeps them for inspection. */
export async function lettersTo(email: string): Promise<Letter[]> {
  const response = await fetch(`${inject('world').awsEndpoint}/_ministack/ses/messages`);
  const sent: { messages: Record<string, { To: string[]; Subject: string; BodyText: string }[]> } = JSON.parse(
    await response.text(),
  );
  return Object.values(sent.messages)
    .flat()
    .filter(({ To }) => To.includes(email))
    .map(({ To, Subject, BodyText }) => ({ to: To, subject: Subject, text: BodyText }));
}

/** Waits for a letter to an address whose subject or text matches. */
export const letterTo = (email: string, pattern: RegExp): Promise<Letter> =>
  eventually(`a letter to ${email} like ${pattern}`, async () => {
    const letters = await lettersTo(email);
    const found = letters.find(({ subject, text }) => pattern.test(subject) || pattern.test(text));
    if (found === undefined) throw new Error(`there are: ${letters.map(({ subject }) => subject).join(' | ')}`);
    return found;
  });

import { emulator } from '../emulator/chosen-emulator.ts';

/** What a customer was sent about an order, as SES and SNS were asked to deliver it; each list in the order it was sent. */
export type SentMessages = { subjects: string[]; texts: string[] };

export async function sentMessages(
  awsEndpoint: string,
  { email, phone, orderId }: { email: string; phone: string; orderId: string },
): Promise<SentMessages> {
  const [emails, texts] = await Promise.all([emulator.sentEmails(awsEndpoint), emulator.sentTexts(awsEndpoint)]);
  return {
    subjects: emails.filter(({ to, text }) => to.includes(email) && text.includes(orderId)).map(({ subject }) => subject),
    texts: texts.filter(({ to, text }) => to === phone && text.includes(orderId)).map(({ text }) => text),
  };
}

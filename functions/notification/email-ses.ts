import { BadRequestException, MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { environment } from '../shared/environment.ts';
import { causeText } from '../shared/faults.ts';
import { log } from '../shared/log.ts';

let client: SESv2Client | undefined;

/** External calls get 10 s and three attempts in all. */
function ses(): SESv2Client {
  client ??= new SESv2Client({ maxAttempts: 3, requestHandler: { requestTimeout: 10_000, connectionTimeout: 3_000 } });
  return client;
}

export type Email = { to: string; subject: string; text: string; correlationId: string };

/**
 * Hands one plain-text e-mail to SES. `failed` is SES's last word on this very message: sending it again would change nothing.
 * @throws whatever may pass: throttling, an outage, a paused account
 */
export async function sendEmail({ to, subject, text, correlationId }: Email): Promise<'sent' | 'failed'> {
  const Charset = 'UTF-8';
  try {
    await ses().send(
      new SendEmailCommand({
        FromEmailAddress: environment('SENDER_EMAIL'),
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: { Data: subject, Charset },
            Body: { Text: { Data: text, Charset } },
            Headers: [{ Name: 'X-Correlation-Id', Value: correlationId }],
          },
        },
        EmailTags: [{ Name: 'correlationId', Value: correlationId }],
      }),
    );
    return 'sent';
  } catch (thrown) {
    if (!(thrown instanceof MessageRejected || thrown instanceof BadRequestException)) throw thrown;
    log.warn('e-mail refused', { correlationId, cause: causeText(thrown) });
    return 'failed';
  }
}

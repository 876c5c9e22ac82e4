import { BadRequestException, MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { environment } from '../../shared/environment.ts';
import { log } from '../../shared/log.ts';

let client: SESv2Client | undefined;

/** Two tries of four seconds, so sending ends within ten. The queue redelivers what was not sent. */
function ses(): SESv2Client {
  const requestHandler = { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true };
  client ??= new SESv2Client({ maxAttempts: 2, requestHandler });
  return client;
}

export type Email = { to: string; subject: string; text: string; correlationId: string };

/** SES did not accept an e-mail for now. It names only the kind of fault: the text of SES's own errors may name the recipient. */
export class EmailFaultError extends Error {
  override readonly name = 'EmailFaultError';
}

/**
 * Sends one plain-text e-mail through SES. `failed` means that SES refused this message for good.
 * @throws {EmailFaultError} for anything temporary: throttling, an outage, a paused account
 */
export async function sendEmail({ to, subject, text, correlationId }: Email): Promise<'sent' | 'failed'> {
  const Charset = 'UTF-8';
  const command = new SendEmailCommand({
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
  });
  try {
    await ses().send(command);
    return 'sent';
  } catch (thrown) {
    const fault = thrown instanceof Error ? thrown.name : 'unknown fault';
    if (!(thrown instanceof MessageRejected || thrown instanceof BadRequestException)) {
      throw new EmailFaultError(`SES did not accept the e-mail: ${fault}`);
    }
    log.warn('e-mail refused', { correlationId, fault });
    return 'failed';
  }
}

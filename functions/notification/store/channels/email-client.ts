import { BadRequestException, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { environment } from '../../../shared/environment.ts';
import { log } from '../../../shared/log.ts';
import type { Sender } from './channel.ts';
import { ChannelFaultError, faultName, isRefusal, sendingCalls } from './channel-fault.ts';

let client: SESv2Client | undefined;
const ses = () => {
  client ??= new SESv2Client(sendingCalls);
  return client;
};

/**
 * Sends one e-mail through SES. Its tags come back with bounces and complaints. Only a malformed message is refused for good:
 * `MessageRejected` also means a sender that is not verified, which is ours to heal.
 */
export const sendEmail: Sender<'email'> = async ({ to, email }, { organizationId, userId, correlationId }) => {
  const Charset = 'UTF-8';
  const tags = { organizationId, recipientId: userId, correlationId };
  const command = new SendEmailCommand({
    FromEmailAddress: environment('SENDER_EMAIL'),
    ConfigurationSetName: environment('SES_CONFIGURATION_SET'),
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: { Data: email.subject, Charset },
        Body: { Text: { Data: email.text, Charset }, Html: { Data: email.html, Charset } },
        Headers: [{ Name: 'X-Correlation-Id', Value: correlationId }],
      },
    },
    EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
  });
  try {
    await ses().send(command);
    return 'sent';
  } catch (thrown) {
    const fault = faultName(thrown);
    if (!(thrown instanceof BadRequestException))
      throw new ChannelFaultError(`SES did not accept the e-mail: ${fault}`, { isNotSent: isRefusal(thrown) });
    log.warn('e-mail refused', { correlationId, fault });
    return 'failed';
  }
};

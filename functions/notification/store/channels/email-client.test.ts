import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../../../tests/kit/stub-aws.ts';
import { log } from '../../../shared/log.ts';
import type { OutgoingOn } from '../../model/outgoing.ts';
import type { References } from './channel.ts';
import { sendEmail } from './email-client.ts';

const message: OutgoingOn<'email'> = {
  channel: 'email',
  to: 'nerea@example.org',
  email: { subject: 'Sold out: Ham', text: 'Hello', html: '<p>Hello</p>' },
};
const references: References = {
  organizationId: 'organization-1',
  userId: 'user-1',
  notificationId: 'notification-1',
  correlationId: 'correlation-1',
};
const text = 'Email address is not verified: nerea@example.org';

let ses: StubAws;
let answer: () => object = () => ({});
beforeAll(async () => {
  ses = await startStubAws({ 'POST /v2/email/outbound-emails': () => answer() });
  const settings = { SENDER_EMAIL: 'orders@dev.lonja.example', SES_CONFIGURATION_SET: 'lonja-dev' };
  Object.assign(process.env, awsSettings(ses), settings);
});
afterAll(() => ses.stop());
const refuseWith = (code: string, status: number) => {
  answer = () => {
    throw new AwsRefusal(code, status, text);
  };
};

describe('sendEmail', () => {
  it('sends text and HTML, with what SES has to report back about', async () => {
    expect(await sendEmail(message, references)).toBe('sent');
    expect(ses.asked).toMatchObject([
      {
        input: {
          FromEmailAddress: 'orders@dev.lonja.example',
          ConfigurationSetName: 'lonja-dev',
          Destination: { ToAddresses: [message.to] },
          Content: { Simple: { Body: { Text: { Data: 'Hello' }, Html: { Data: '<p>Hello</p>' } } } },
          EmailTags: [
            { Name: 'organizationId', Value: 'organization-1' },
            { Name: 'recipientId', Value: 'user-1' },
            { Name: 'correlationId', Value: 'correlation-1' },
          ],
        },
      },
    ]);
  });

  it('returns `failed` for an e-mail that SES refuses for good, and does not log SES’s text, which may name the recipient', async () => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
    refuseWith('BadRequestException', 400);
    expect(await sendEmail(message, references)).toBe('failed');
    expect(warn).toHaveBeenCalledWith('e-mail refused', { correlationId: 'correlation-1', fault: 'BadRequestException' });
  });

  it.each([
    ['MessageRejected', 400, true],
    ['TooManyRequestsException', 429, true],
    ['AccountSuspendedException', 400, true],
    ['InternalServiceErrorException', 500, false],
  ])(
    'throws %s after one try, without SES’s text, and says whether the e-mail was certainly not sent',
    async (code, status, isNotSent) => {
      refuseWith(code, status);
      ses.asked.length = 0;
      const thrown = await sendEmail(message, references).catch((fault: unknown) => fault);
      expect(thrown).toMatchObject({
        name: 'ChannelFaultError',
        message: `SES did not accept the e-mail: ${code}`,
        isNotSent,
      });
      expect(ses.asked).toHaveLength(1);
    },
  );
});

describe('a throttled SES', () => {
  it('gets requests within the rate that it took before, spaced by the client', async () => {
    refuseWith('TooManyRequestsException', 429);
    for (let n = 0; n < 3; n++) await sendEmail(message, references).catch(() => undefined);
    answer = () => ({});
    const startedAtMs = performance.now();
    for (let n = 0; n < 3; n++) await sendEmail(message, references);
    expect(performance.now() - startedAtMs).toBeGreaterThan(300);
  });
});

import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type AwsReply, stubAws } from '../../../tests/kit/aws-stub.ts';
import { log } from '../../shared/log.ts';
import { EmailFaultError, sendEmail } from './email-client.ts';

const email = { to: 'nerea@example.org', subject: 'Sold out: Ham', text: 'Hello', correlationId: 'correlation-1' };

let reply: AwsReply = {};
const calls = stubAws(() => reply);
beforeAll(() => {
  process.env.SENDER_EMAIL = 'orders@dev.lonja.example';
});

describe('sendEmail', () => {
  const body = { message: 'Email address is not verified: nerea@example.org' };

  it('returns `sent` for an e-mail that SES accepted', async () => {
    expect(await sendEmail(email)).toBe('sent');
    expect(calls).toMatchObject([
      {
        name: '/v2/email/outbound-emails',
        input: { FromEmailAddress: 'orders@dev.lonja.example', Destination: { ToAddresses: [email.to] } },
      },
    ]);
  });

  it('returns `failed` for an e-mail that SES refuses for good, and does not log SES’s text, which may name the recipient', async () => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
    reply = { errorType: 'MessageRejected', body };
    expect(await sendEmail(email)).toBe('failed');
    expect(warn).toHaveBeenCalledWith('e-mail refused', { correlationId: 'correlation-1', fault: 'MessageRejected' });
  });

  it('throws any other fault with its name but without its text, after two tries', async () => {
    reply = { status: 500, errorType: 'InternalServiceErrorException', body };
    calls.length = 0;
    const thrown = await sendEmail(email).catch((fault: unknown) => fault);
    expect(thrown).toEqual(new EmailFaultError('SES did not accept the e-mail: InternalServiceErrorException'));
    expect(calls).toHaveLength(2);
  });
});

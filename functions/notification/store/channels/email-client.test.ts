import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { log } from '../../shared/log.ts';
import { EmailFaultError, sendEmail } from './email-client.ts';

const email = { to: 'nerea@example.org', subject: 'Sold out: Ham', text: 'Hello', correlationId: 'correlation-1' };
const text = 'Email address is not verified: nerea@example.org';

let ses: StubAws;
let answer: () => object = () => ({});
beforeAll(async () => {
  ses = await startStubAws({ 'POST /v2/email/outbound-emails': () => answer() });
  Object.assign(process.env, { ...awsSettings(ses), SENDER_EMAIL: 'orders@dev.lonja.example' });
});
afterAll(() => ses.stop());

describe('sendEmail', () => {
  it('returns `sent` for an e-mail that SES accepted', async () => {
    expect(await sendEmail(email)).toBe('sent');
    expect(ses.asked).toMatchObject([
      { input: { FromEmailAddress: 'orders@dev.lonja.example', Destination: { ToAddresses: [email.to] } } },
    ]);
  });

  it('returns `failed` for an e-mail that SES refuses for good, and does not log SES’s text, which may name the recipient', async () => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
    answer = () => {
      throw new AwsRefusal('MessageRejected', 400, text);
    };
    expect(await sendEmail(email)).toBe('failed');
    expect(warn).toHaveBeenCalledWith('e-mail refused', { correlationId: 'correlation-1', fault: 'MessageRejected' });
  });

  it('throws any other fault with its name but without its text, after two tries', async () => {
    answer = () => {
      throw new AwsRefusal('InternalServiceErrorException', 500, text);
    };
    ses.asked.length = 0;
    const thrown = await sendEmail(email).catch((fault: unknown) => fault);
    expect(thrown).toEqual(new EmailFaultError('SES did not accept the e-mail: InternalServiceErrorException'));
    expect(ses.asked).toHaveLength(2);
  });
});

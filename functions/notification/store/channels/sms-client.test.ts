import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwsRefusal, awsSettings, type StubAws, startStubAws } from '../../../../tests/kit/stub-aws.ts';
import type { OutgoingOn } from '../../model/outgoing.ts';
import type { References } from './channel.ts';
import { sendSms } from './sms-client.ts';

const message: OutgoingOn<'sms'> = { channel: 'sms', to: '+34600111222', text: 'Tu pedido está en camino.' };
const references: References = {
  organizationId: 'organization-1',
  userId: 'user-1',
  notificationId: 'notification-1',
  correlationId: 'correlation-1',
};

let sns: StubAws;
let answer: () => object = () => ({ MessageId: 'm' });
beforeAll(async () => {
  sns = await startStubAws({ 'Query Publish': () => answer() });
  Object.assign(process.env, awsSettings(sns));
});
afterAll(() => sns.stop());
const refuseWith = (code: string, status: number) => {
  answer = () => {
    throw new AwsRefusal(code, status, 'the number +34600111222 is not allowed');
  };
};

describe('sendSms', () => {
  it('sends to the number, as a message that matters', async () => {
    expect(await sendSms(message, references)).toBe('sent');
    expect(sns.asked[0]?.input).toMatchObject({
      PhoneNumber: message.to,
      Message: message.text,
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    });
  });

  it('returns `failed` for a number that SNS does not take', async () => {
    refuseWith('InvalidParameter', 400);
    expect(await sendSms(message, references)).toBe('failed');
  });

  it.each([
    ['Throttled', 429, true],
    ['InternalError', 500, false],
  ])('throws %s, without the number', async (code, status, isNotSent) => {
    refuseWith(code, status);
    const thrown = await sendSms(message, references).catch((fault: unknown) => fault);
    expect(thrown).toMatchObject({ name: 'ChannelFaultError', isNotSent });
    expect(String(thrown)).not.toContain('+34');
  });
});

import { afterAll, beforeAll, beforeEach, vi } from 'vitest';
import type { CustomerProfile, Recipient } from '../../functions/notification/model/recipients/recipient.ts';
import { putRecipient } from '../../functions/notification/store/recipient-table.ts';
import type { Permission } from '../../generated/shared.ts';
import { emptyTable } from './empty-table.ts';
import { organizationId } from './invoke.ts';
import { type AwsInput, awsSettings, type StubAws, startStubAws } from './stub-aws.ts';

export type Person = { userId: string; email: string; name: string };

/** A user whose registration has arrived, with these permissions and shops. */
const registered = (
  { userId, email, name }: Person,
  permissions: readonly Permission[],
  localIds: readonly string[] = [],
): Recipient => ({
  userId,
  account: { email, name, version: 1 },
  rights: { permissions, localIds, version: 1 },
  activity: { active: true, version: 0 },
  erased: false,
  version: 1,
});

export const customer: Person = {
  userId: '0193a000-0000-7000-8000-00000000000b',
  email: 'nerea@example.org',
  name: 'Nerea',
};
export const producer: Person = {
  userId: '0193a000-0000-7000-8000-00000000000c',
  email: 'pep@example.org',
  name: 'Pep',
};
export const phone = '+34600111222';
export const [shop, anotherShop] = ['0193a000-0000-7000-8000-0000000000c1', '0193a000-0000-7000-8000-0000000000c2'] as const;

/** A customer whose registrations with auth and as a customer have arrived; reads English and wants e-mails, unless told otherwise. */
export const asBuyer = (person: Person, profile: Partial<CustomerProfile> = {}): Recipient => ({
  ...registered(person, ['order:place']),
  customer: {
    email: person.email,
    name: person.name,
    preferences: { language: 'en', channels: ['email'] },
    version: 1,
    ...profile,
  },
});
/** A buyer of whom only the account is known. */
export const asAccount = (person: Person): Recipient => registered(person, ['order:place']);
/** Works in a shop. */
export const asProducer = (person: Person, localId: string = shop) => registered(person, ['inventory:adjust'], [localId]);
export const asAdmin = (person: Person) => registered(person, ['inventory:adjust', 'auth:manage']);

/** What events of the customer's order have in common. */
export const ofCustomer = {
  orderId: '0193a000-0000-7000-8000-00000000000a',
  customerId: customer.userId,
  totalAmount: { amountMinor: 2750, currency: 'EUR' },
};
export const ofPayment = {
  paymentId: '0193a000-0000-7000-8000-00000000000d',
  orderId: ofCustomer.orderId,
  customerId: customer.userId,
  attempt: 1,
  amount: ofCustomer.totalAmount,
};

export type SentEmail = { to: string; subject: string; text: string; html: string };
export type SentSms = { to: string; text: string };

/**
 * For unit tests: the notification domain on a table in memory, its recipients stored, with an SES and an SNS that keep what they are
 * sent. Push messages go to devices of `startPushDevice`.
 */
export function notified(...recipients: readonly Recipient[]) {
  let emails: SentEmail[] = [];
  let texts: SentSms[] = [];
  let refuse: (email: SentEmail) => void = () => undefined;
  let refuseSms: (sms: SentSms) => void = () => undefined;
  let aws: StubAws;
  beforeAll(async () => {
    aws = await startStubAws({
      'POST /v2/email/outbound-emails': (input) => {
        const email = emailIn(input);
        emails.push(email);
        refuse(email);
        return { MessageId: 'message-1' };
      },
      GetSecretValue: () => ({ SecretString: 'a secret of the push services' }),
      'Query Publish': (input) => {
        const sms = { to: String(input.PhoneNumber), text: String(input.Message) };
        texts.push(sms);
        refuseSms(sms);
        return { MessageId: 'message-1' };
      },
    });
    Object.assign(process.env, awsSettings(aws));
  });
  afterAll(() => aws.stop());

  const table = emptyTable('notification', {
    SENDER_EMAIL: 'orders@dev.lonja.example',
    SES_CONFIGURATION_SET: 'lonja-dev',
    FRONT_END_URL: 'https://shop.dev.lonja.example',
    PUSH_SERVICES: 'http://127.0.0.1',
    PUSH_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:push',
  });
  const register = (...more: readonly Recipient[]) =>
    table.put(...more.flatMap((recipient) => putRecipient(organizationId, recipient)));
  beforeEach(() => {
    emails = [];
    texts = [];
    refuse = () => undefined;
    refuseSms = () => undefined;
    register(...recipients);
  });
  return {
    table,
    register,
    /** From now on in this test, SES answers with what this throws. */
    letSesRefuse: (next: (email: SentEmail) => void) => {
      refuse = next;
    },
    /** From now on in this test, SNS answers with what this throws. */
    letSnsRefuse: (next: (sms: SentSms) => void) => {
      refuseSms = next;
    },
    /** What SES was asked to send. */
    emails: () => emails,
    /** What SNS was asked to send. */
    texts: () => texts,
  };
}

/** Sets the clock of this process; a test that does so brings it back with `vi.useRealTimers()`. */
export const setClock = (at: string | number) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(at) });

function emailIn({ Destination, Content }: AwsInput): SentEmail {
  const { Subject, Body } = Object(Content).Simple;
  return { to: Object(Destination).ToAddresses[0], subject: Subject.Data, text: Body.Text.Data, html: Body.Html.Data };
}

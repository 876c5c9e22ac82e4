import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Addressee, Recipient } from '../../functions/notification/model/recipient.ts';
import { putRecipient } from '../../functions/notification/store/recipient-table.ts';
import type { Permission } from '../../generated/shared.ts';
import { emptyTable } from './empty-table.ts';
import { organizationId } from './invoke.ts';
import { type AwsInput, awsSettings, type StubAws, startStubAws } from './stub-aws.ts';

/** A user whose registration has arrived, with these permissions and shops. */
const registered = (addressee: Addressee, permissions: readonly Permission[], localIds: readonly string[] = []): Recipient => ({
  userId: addressee.userId,
  profile: { email: addressee.email, name: addressee.name, version: 1 },
  rights: { permissions, localIds, version: 1 },
  activity: { active: true, version: 0 },
  version: 1,
});

export const customer: Addressee = {
  userId: '0193a000-0000-7000-8000-00000000000b',
  email: 'nerea@example.org',
  name: 'Nerea',
};
export const producer: Addressee = {
  userId: '0193a000-0000-7000-8000-00000000000c',
  email: 'pep@example.org',
  name: 'Pep',
};
export const [shop, anotherShop] = ['0193a000-0000-7000-8000-0000000000c1', '0193a000-0000-7000-8000-0000000000c2'] as const;
export const asBuyer = (addressee: Addressee) => registered(addressee, ['order:place']);
/** Works in a shop. */
export const asProducer = (addressee: Addressee, localId: string = shop) =>
  registered(addressee, ['inventory:adjust'], [localId]);
export const asAdmin = (addressee: Addressee) => registered(addressee, ['inventory:adjust', 'auth:manage']);

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

export type SentEmail = { to: string; subject: string; text: string };

/** For unit tests: the notification domain on a table in memory, its recipients stored, with an SES that keeps what it is sent. */
export function notified(...recipients: readonly Recipient[]) {
  let emails: SentEmail[] = [];
  let refuse: (email: SentEmail) => void = () => undefined;
  let ses: StubAws;
  beforeAll(async () => {
    ses = await startStubAws({
      'POST /v2/email/outbound-emails': (input) => {
        const email = emailIn(input);
        emails.push(email);
        refuse(email);
        return { MessageId: 'message-1' };
      },
    });
    Object.assign(process.env, awsSettings(ses));
  });
  afterAll(() => ses.stop());

  const table = emptyTable('notification', { SENDER_EMAIL: 'orders@dev.lonja.example' });
  const register = (...more: readonly Recipient[]) =>
    table.put(...more.flatMap((recipient) => putRecipient(organizationId, recipient)));
  beforeEach(() => {
    emails = [];
    refuse = () => undefined;
    register(...recipients);
  });
  return {
    table,
    register,
    /** From now on in this test, SES answers with what this throws. */
    letSesRefuse: (next: (email: SentEmail) => void) => {
      refuse = next;
    },
    /** What SES was asked to send. */
    emails: () => emails,
  };
}

function emailIn({ Destination, Content }: AwsInput): SentEmail {
  const { Subject, Body } = Object(Content).Simple;
  return { to: Object(Destination).ToAddresses[0], subject: Subject.Data, text: Body.Text.Data };
}

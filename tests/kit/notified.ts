import { beforeEach } from 'vitest';
import type { Recipient } from '../../functions/notification/model/recipient.ts';
import { putRecipient } from '../../functions/notification/store/recipient-table.ts';
import { type AwsReply, stubAws } from './aws-stub.ts';
import { emptyTable } from './empty-table.ts';
import { organizationId } from './invoke.ts';

export const customer: Recipient = {
  userId: '0193a000-0000-7000-8000-00000000000b',
  email: 'nerea@example.org',
  name: 'Nerea',
  isStaff: false,
  version: 1,
};
export const producer: Recipient = {
  userId: '0193a000-0000-7000-8000-00000000000c',
  email: 'pep@example.org',
  name: 'Pep',
  isStaff: true,
  version: 1,
};
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

const sesPath = '/v2/email/outbound-emails';
export type SentEmail = { to: string; subject: string; text: string };

/** For unit tests: the notification domain on a table in memory, its recipients stored, with an SES that keeps what it is sent. */
export function notified(...recipients: readonly Recipient[]) {
  let reply: (email: SentEmail) => AwsReply = () => ({});
  const calls = stubAws(({ name, input }) => (name === sesPath ? reply(emailIn(input)) : {}));
  const table = emptyTable('notification', { SENDER_EMAIL: 'orders@dev.lonja.example' });
  const register = (...more: readonly Recipient[]) =>
    table.put(...more.flatMap((recipient) => putRecipient(organizationId, recipient, 0)));
  beforeEach(() => {
    calls.length = 0;
    reply = () => ({});
    register(...recipients);
  });
  return {
    table,
    register,
    /** What SES answers from now on in this test. */
    letSesReply: (next: (email: SentEmail) => AwsReply) => {
      reply = next;
    },
    emails: (): SentEmail[] => calls.filter(({ name }) => name === sesPath).map(({ input }) => emailIn(input)),
  };
}

function emailIn(input: unknown): SentEmail {
  const { Destination, Content } = { ...Object(input) };
  return { to: Destination.ToAddresses[0], subject: Content.Simple.Subject.Data, text: Content.Simple.Body.Text.Data };
}

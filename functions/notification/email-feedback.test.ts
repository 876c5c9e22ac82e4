import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../tests/kit/empty-table.ts';
import { deliverBody, organizationId } from '../../tests/kit/invoke.ts';
import { customer } from '../../tests/kit/notified.ts';
import { stubSqs } from '../../tests/kit/stub-sqs.ts';
import { handler } from './email-feedback.ts';
import { isStopped, temporaryBounces } from './model/recipients/mailbox.ts';
import { mailboxes } from './store/mailbox-table.ts';

const sqs = stubSqs();
emptyTable('notification');
const { userId, email } = customer;
const timestamp = '2026-11-22T10:00:00.000Z';
const tags = { organizationId: [organizationId], recipientId: [userId], correlationId: ['correlation-1'] };
const eventOf = (messageId: string, result: object) =>
  JSON.stringify({ id: `event-${messageId}`, source: 'aws.ses', detail: { mail: { messageId, tags }, ...result } });
const bounce = (messageId: string, bounceType: string) =>
  eventOf(messageId, { bounce: { bounceType, bouncedRecipients: [{ emailAddress: 'Nerea@Example.org' }], timestamp } });
const complaint = eventOf('m', { complaint: { complainedRecipients: [{ emailAddress: email }], timestamp } });
const stopped = async () => {
  const known = await mailboxes.find(organizationId, userId);
  return known !== undefined && isStopped(known, email, timestamp);
};

describe('email-feedback', () => {
  it('stops an address that bounced for good, in whatever case it is written', async () => {
    await deliverBody(handler, bounce('m', 'Permanent'));
    expect(await stopped()).toBe(true);
  });

  it('stops an address whose owner complained', async () => {
    await deliverBody(handler, complaint);
    expect(await stopped()).toBe(true);
  });

  it('stops nothing after one temporary bounce, however often it is reported', async () => {
    for (let n = 0; n < 2 * temporaryBounces.limit; n++) await deliverBody(handler, bounce('m', 'Transient'));
    expect(await stopped()).toBe(false);
  });

  it('stops an address after the documented number of temporary bounces', async () => {
    for (let n = 1; n < temporaryBounces.limit; n++) await deliverBody(handler, bounce(`m${n}`, 'Transient'));
    expect(await stopped()).toBe(false);
    await deliverBody(handler, bounce('last', 'Undetermined'));
    expect(await stopped()).toBe(true);
  });

  it('sends what is no such event to the dead-letter queue, without its text', async () => {
    await deliverBody(handler, JSON.stringify({ detail: { mail: { tags: {} } } }));
    expect(sqs.buried[0]?.attributes.cause).toBe('PermanentFault: the feedback of SES has no id');
  });
});

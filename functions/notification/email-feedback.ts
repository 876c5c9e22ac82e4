import { sqsConsumer } from '../shared/events/sqs-consumer.ts';
import { commitsOf } from '../shared/store/commits.ts';
import { childTraceparent } from '../shared/trace.ts';
import { afterFeedback } from './model/recipients/mailbox.ts';
import { sesFeedbackFrom } from './model/ses-feedback.ts';
import { mailboxEffects } from './store/mailbox-table.ts';

/** Takes bounces and complaints from SES. An address that bounces for good, or whose owner complains, gets nothing more. */
export const handler = sqsConsumer('email-feedback', async ({ body }, { line }) => {
  const { eventId, organizationId, userId, correlationId, feedback } = sesFeedbackFrom(body);
  const cause = { correlationId, traceparent: childTraceparent(), organizationId, causationId: eventId };
  for (const one of feedback) {
    await commitsOf(cause).decided(async () => ({
      result: undefined,
      ...(await mailboxEffects(organizationId, userId, (before) => afterFeedback(before, one))),
    }));
  }
  Object.assign(line, { correlationId, eventId, userId, kind: feedback[0]?.kind });
});

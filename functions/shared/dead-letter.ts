import { ChangeMessageVisibilityCommand, GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { awsCalls } from './aws-calls.ts';
import { environment } from './environment.ts';

let client: SQSClient | undefined;
const sqs = () => {
  client ??= new SQSClient(awsCalls);
  return client;
};

const maxBackOffSeconds = 15 * 60;
const maxAttributeLength = 1000;

/** Sends a message to the dead-letter queue, as it came, with what went wrong as its `cause` attribute. */
export async function buryMessage(
  { body, messageId }: Pick<SQSRecord, 'body' | 'messageId'>,
  why: { consumer: string; cause: string },
): Promise<void> {
  await sqs().send(
    new SendMessageCommand({
      QueueUrl: environment('DEAD_LETTER_QUEUE_URL'),
      MessageBody: body,
      MessageAttributes: {
        cause: attribute(why.cause),
        consumer: attribute(why.consumer),
        originalMessageId: attribute(messageId),
      },
    }),
  );
}

/** Hides a message for 1, 2, 4 … seconds, at most 15 minutes, so that an outage is not hammered. */
export async function retryLater(record: SQSRecord, receives: number): Promise<void> {
  const queueName = record.eventSourceARN.split(':').at(-1);
  const { QueueUrl } = await sqs().send(new GetQueueUrlCommand({ QueueName: queueName }));
  await sqs().send(
    new ChangeMessageVisibilityCommand({
      QueueUrl,
      ReceiptHandle: record.receiptHandle,
      VisibilityTimeout: Math.min(2 ** (receives - 1), maxBackOffSeconds),
    }),
  );
}

/** SQS takes no control characters and no empty text in an attribute. */
const attribute = (text: string) => ({
  DataType: 'String',
  StringValue: text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD]/g, ' ').slice(0, maxAttributeLength) || 'unknown',
});

import { ChangeMessageVisibilityCommand, GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { awsCalls } from '../aws/aws-calls.ts';
import { environment } from '../environment.ts';
import { truncated } from '../input/text.ts';

let client: SQSClient | undefined;
const sqs = () => {
  client ??= new SQSClient(awsCalls);
  return client;
};

const maxBackOffSeconds = 15 * 60;
const maxAttributeLength = 1000;
/** SQS takes 256 KB a message, attributes included. */
const maxPartBytes = 240 * 1024;

/**
 * Sends a message to the dead-letter queue, as it came, with what went wrong as its `cause` attribute. What is too large for one message
 * is sent in parts, each saying which it is, so that nothing is cut off.
 */
export async function buryMessage(
  { body, messageId }: Pick<SQSRecord, 'body' | 'messageId'>,
  why: { consumer: string; cause: string },
): Promise<void> {
  const parts = partsOf(body, maxPartBytes);
  for (const [index, part] of parts.entries()) {
    await sqs().send(
      new SendMessageCommand({
        QueueUrl: environment('DEAD_LETTER_QUEUE_URL'),
        MessageBody: part,
        MessageAttributes: {
          cause: attribute(why.cause),
          consumer: attribute(why.consumer),
          originalMessageId: attribute(messageId),
          ...(parts.length > 1 && { part: attribute(`${index + 1} of ${parts.length}`) }),
        },
      }),
    );
  }
}

/** A text in pieces of at most `maxBytes`, cut between characters. An empty text is one space, since SQS takes no empty message. */
export function partsOf(text: string, maxBytes: number): string[] {
  const parts: string[] = [];
  let rest = Buffer.from(text === '' ? ' ' : text);
  while (rest.length > maxBytes) {
    let end = maxBytes;
    // A byte 10xxxxxx goes on with the character before it.
    while (((rest[end] ?? 0) & 0xc0) === 0x80) end--;
    parts.push(rest.subarray(0, end).toString());
    rest = rest.subarray(end);
  }
  return [...parts, rest.toString()];
}

/** Hides a message for a while, so that an outage is not hammered. */
export async function retryLater(record: SQSRecord, receives: number): Promise<void> {
  const queueName = record.eventSourceARN.split(':').at(-1);
  const { QueueUrl } = await sqs().send(new GetQueueUrlCommand({ QueueName: queueName }));
  const VisibilityTimeout = backOffSeconds(receives);
  await sqs().send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: record.receiptHandle, VisibilityTimeout }));
}

/** 1, 4, 16, 64 … seconds, at most 15 minutes: ten receives outlast an outage of an hour. */
export const backOffSeconds = (receives: number) => Math.min(4 ** (receives - 1), maxBackOffSeconds);

const unfitForAttribute = /[^\t\n\r\x20-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** SQS takes no control characters and no empty text in an attribute. */
const attribute = (text: string) => ({
  DataType: 'String',
  StringValue: truncated(text.replaceAll(unfitForAttribute, ' '), maxAttributeLength) || 'unknown',
});

import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { DeployedFunction } from '../../local/deploy/deployed-functions.ts';
import { eventually } from '../../local/process/eventually.ts';
import { sqs } from './aws.ts';
import { deadLetterQueueOf } from './system.ts';

export type DeadLetter = { body: string; cause: string; consumer: string; originalMessageId: string };

/**
 * Waits for the dead letter of a message or of an outbox item, in the dead-letter queue of the consumer or relay that was to handle
 * it. Messages stay hidden for a second only: they are read, not taken.
 */
export function deadLetterOf(originalMessageId: string, buriedBy: DeployedFunction): Promise<DeadLetter> {
  return eventually(`a dead letter of ${originalMessageId}`, async () =>
    (await readDeadLetters(deadLetterQueueOf(buriedBy))).find((letter) => letter.originalMessageId === originalMessageId),
  );
}

async function readDeadLetters(QueueUrl: string): Promise<DeadLetter[]> {
  const request = { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'], VisibilityTimeout: 1 };
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(request));
  return Messages.map(({ Body = '', MessageAttributes }) => {
    const attribute = (name: string) => MessageAttributes?.[name]?.StringValue ?? '';
    const [cause, consumer, originalMessageId] = [attribute('cause'), attribute('consumer'), attribute('originalMessageId')];
    return { body: Body, cause, consumer, originalMessageId };
  });
}

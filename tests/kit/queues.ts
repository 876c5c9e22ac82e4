import { randomUUID } from 'node:crypto';
import { GetQueueAttributesCommand, SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { consumers } from '../../functions/domains.ts';
import { sourceOf } from '../../functions/shared/domain.ts';
import { sqs } from './aws.ts';
import { consumerFunction, functionOf, queueOf } from './system.ts';

/** These two take events of AWS services, so they are not among the declared consumers. */
export const reconciler = () => functionOf('functions/order/reconciler.ts');

/** Takes the bounces and complaints that SES publishes. */
export const emailFeedback = () => functionOf('functions/notification/email-feedback.ts');

let queues: Promise<string[]> | undefined;
const allQueues = () => {
  queues ??= Promise.all(
    [...consumers.map(({ name }) => consumerFunction(name)), reconciler(), emailFeedback()].map(async (consumer) =>
      queueOf(await consumer),
    ),
  );
  return queues;
};

/** How many messages wait or are being handled, over all consumers; those in dead-letter queues are at rest. */
export async function messagesUnderWay(): Promise<number> {
  const depths = await Promise.all((await allQueues()).map(depthOf));
  return depths.reduce((sum, depth) => sum + depth, 0);
}

async function depthOf(QueueUrl: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...AttributeNames] }));
  return AttributeNames.reduce((sum, name) => sum + Number(Attributes?.[name] ?? 0), 0);
}

/** Sends messages to a consumer's queue in one call, so that they come in one batch; answers their ids in order. */
export async function sendTo(consumer: string, bodies: readonly string[]): Promise<string[]> {
  const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
  const QueueUrl = await queueOf(await consumerFunction(consumer));
  const { Successful = [], Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
  if (Failed.length > 0) throw new Error(`${Failed.length} messages not taken: ${Failed[0]?.Message}`);
  return bodies.map((_, index) => Successful.find(({ Id }) => Id === String(index))?.MessageId ?? '');
}

/** An event as EventBridge brings it to a queue. */
export function eventBridgeMessage(domain: string, detailType: string, detail: unknown): string {
  return JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: sourceOf(domain),
    account: '000000000000',
    time: new Date().toISOString(),
    region: 'us-east-1',
    resources: [],
    detail,
  });
}

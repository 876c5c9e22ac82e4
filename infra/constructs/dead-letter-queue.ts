import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Keeps what an asynchronous edge could not deliver for 14 days. Observability finds each one and alarms when it holds a message. */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, { retentionPeriod: Duration.days(14), encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself a dead-letter queue, of a rule, a stream, a schedule or another queue.',
    });
  }
}

/** Makes the address of a queue an output of the stack, for redrives and tests: `<name>QueueUrl`. */
export const outputQueueUrl = (scope: Construct, name: string, queue: Queue) =>
  new CfnOutput(Stack.of(scope), `${name}QueueUrl`, { value: queue.queueUrl });

import { Duration } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { DeadLetterQueue, outputQueueUrl } from './dead-letter-queue.ts';
import { LonjaFunction } from './lonja-function.ts';

/** What is taken from one bus; without `bus` it is the account's default bus, on which AWS services publish. */
export type BusPattern = { name: string; bus?: IEventBus; pattern: EventPattern };

export type EventSubscriptionProps = {
  stage: Stage;
  /** The consumer's handler. */
  entry: string;
  from: readonly BusPattern[];
  /** How long a batch may take; 30 s unless told. */
  timeoutSeconds?: number;
  environment?: Record<string, string>;
};

/** With back-off of up to 15 minutes a message is tried for about an hour and a half. */
const maxReceiveCount = 10;

/** Carries events to their one consumer: a rule a bus, a queue, and a dead-letter queue for each way an event can get stuck. */
export class EventSubscription extends Construct {
  readonly consumer: LonjaFunction;

  constructor(scope: Construct, id: string, { stage, entry, from, timeoutSeconds = 30, environment }: EventSubscriptionProps) {
    super(scope, id);
    const deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue');
    const queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // Six time-outs, as AWS advises: a slow batch must not be delivered twice.
      visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
      deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount },
    });
    this.consumer = new LonjaFunction(this, 'Consumer', {
      stage,
      entry,
      timeoutSeconds,
      environment: {
        DEAD_LETTER_QUEUE_URL: deadLetterQueue.queueUrl,
        MAX_RECEIVE_COUNT: String(maxReceiveCount),
        ...environment,
      },
    });
    // The consumer puts what no retry can help there itself, with the cause.
    deadLetterQueue.grantSendMessages(this.consumer);
    queue.grantConsumeMessages(this.consumer);
    new EventSourceMapping(this, 'Delivery', {
      target: this.consumer,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      maxConcurrency: stage.consumerConcurrency,
      reportBatchItemFailures: true,
    });
    this.subscribe(queue, from);
    outputQueueUrl(this, id, queue);
    outputQueueUrl(this, `${id}DeadLetter`, deadLetterQueue);
  }

  private subscribe(queue: Queue, from: readonly BusPattern[]) {
    const undelivered = new DeadLetterQueue(this, 'Undelivered');
    const target: IRuleTarget = {
      bind: () => ({
        arn: queue.queueArn,
        targetResource: queue,
        deadLetterConfig: { arn: undelivered.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: Duration.hours(24).toSeconds(), maximumRetryAttempts: 185 },
      }),
    };
    const rules = from.map(
      ({ name, bus, pattern }) =>
        new Rule(this, `From${name}`, { ...(bus && { eventBus: bus }), eventPattern: pattern, targets: [target] }),
    );
    // One statement for all rules: a queue's policy holds twenty.
    for (const receiver of [queue, undelivered]) {
      receiver.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal('events.amazonaws.com')],
          actions: ['sqs:SendMessage'],
          resources: [receiver.queueArn],
          conditions: { ArnEquals: { 'aws:SourceArn': rules.map(({ ruleArn }) => ruleArn) } },
        }),
      );
    }
  }
}

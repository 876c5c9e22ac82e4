import { Duration } from 'aws-cdk-lib';
import { type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DomainDeclaration, LambdaDeclaration } from '../../functions/shared/domain.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { Stage } from '../stages.ts';
import type { BusPattern } from '../subscriptions.ts';
import { DeadLetterQueue, outputQueueUrl } from './dead-letter-queue.ts';
import { DomainFunction } from './domain-function.ts';

export type EventSubscriptionProps = {
  stage: Stage;
  data: DataStack;
  domain: DomainDeclaration;
  /** The consumer. */
  lambda: LambdaDeclaration;
  from: readonly BusPattern[];
};

/** For a batch, unless the consumer's declaration says otherwise. */
const usualTimeoutSeconds = 30;
/** With a backoff of up to 15 minutes a message is tried for a little more than an hour. */
const maxReceiveCount = 10;

/** Carries events to one consumer: a rule for each bus, a queue, and a dead-letter queue for each way an event can get stuck. */
export class EventSubscription extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { stage, data, domain, lambda, from }: EventSubscriptionProps) {
    super(scope, id);
    const timeoutSeconds = lambda.timeoutSeconds ?? usualTimeoutSeconds;
    const deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue');
    const queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(4),
      // Six timeouts, as AWS advises: a slow batch must not be delivered twice.
      visibilityTimeout: Duration.seconds(6 * timeoutSeconds),
      deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount },
    });
    const consumer = new DomainFunction(this, 'Consumer', {
      stage,
      data,
      domain,
      lambda,
      timeoutSeconds,
      environment: { DEAD_LETTER_QUEUE_URL: deadLetterQueue.queueUrl, MAX_RECEIVE_COUNT: String(maxReceiveCount) },
    });
    // The consumer itself sends what no retry can heal there, with the cause.
    deadLetterQueue.grantSendMessages(consumer);
    queue.grantConsumeMessages(consumer);
    new EventSourceMapping(this, 'Delivery', {
      target: consumer,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      maxConcurrency: stage.consumerConcurrency,
      reportBatchItemFailures: true,
    });
    this.queue = queue;
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
    // One statement for all rules: the policy of a queue holds twenty.
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

import { Duration } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { sourceOf } from '../../functions/shared/domain.ts';
import type { Stage } from '../stages.ts';
import type { DomainTable } from './data/domain-table.ts';
import { DeadLetterQueue, outputQueueUrl } from './dead-letter-queue.ts';
import { LonjaFunction } from './lonja-function.ts';
import { ScheduledInvocation } from './scheduled-invocation.ts';

export type OutboxRelayProps = { stage: Stage; domain: string; table: DomainTable; bus: EventBus };

/** Publishes the events of a domain from its table to its bus: from the stream at once, and by a sweep if that failed. */
export class OutboxRelay extends Construct {
  readonly relay: LonjaFunction;

  constructor(scope: Construct, id: string, { stage, domain, table, bus }: OutboxRelayProps) {
    super(scope, id);
    const deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue');
    this.relay = new LonjaFunction(this, 'Relay', {
      stage,
      entry: 'functions/platform/outbox-relay/handler.ts',
      timeoutSeconds: 60,
      environment: {
        TABLE_NAME: table.tableName,
        BUS_NAME: bus.eventBusName,
        SOURCE: sourceOf(domain),
        DEAD_LETTER_QUEUE_URL: deadLetterQueue.queueUrl,
      },
    });
    table.allowRelaying(this.relay);
    deadLetterQueue.grantSendMessages(this.relay);
    this.relay.addToRolePolicy(new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }));
    new EventSourceMapping(this, 'Stream', {
      target: this.relay,
      eventSourceArn: table.requireStreamArn(),
      startingPosition: StartingPosition.TRIM_HORIZON,
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { pk: { S: FilterRule.beginsWith('OUTBOX#') } } },
        }),
      ],
      batchSize: 50,
      // The order of events is not guaranteed, so the batches of a shard may overtake each other.
      parallelizationFactor: stage.relayConcurrency,
      // A record that is given up here is still in the outbox, and the sweep publishes it.
      retryAttempts: 5,
      maxRecordAge: Duration.hours(1),
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(deadLetterQueue),
    });
    new ScheduledInvocation(this, 'Sweep', { target: this.relay, everyMinutes: 2, deadLetterQueue });
    outputQueueUrl(this, `${id}DeadLetter`, deadLetterQueue);
  }
}

import { beforeAll, describe, expect, it } from 'vitest';
import { consumers, domains } from '../functions/domains.ts';
import { sourceOf } from '../functions/shared/domain.ts';
import { eventCatalogue } from '../generated/events/catalogue.ts';
import { constructId } from './construct-id.ts';
import { publishingDomains } from './subscriptions.ts';
import { declaredWith, resourcesOf, synthesized, type Templates } from './synthesized.ts';

const twoWeeksSeconds = 14 * 24 * 3600;
const fourDaysSeconds = 4 * 24 * 3600;
const stacks = ['Api', 'Saga', 'Events', 'Certificates'] as const;

let templates: Templates;
beforeAll(async () => {
  templates = await synthesized('dev');
});

const queuesOf = (stack: (typeof stacks)[number]) => resourcesOf(templates[stack], 'AWS::SQS::Queue');
const logicalId = (reference: { 'Fn::GetAtt'?: [string, string]; Ref?: string }) => reference['Fn::GetAtt']?.[0] ?? reference.Ref;

/** The queues without a consumer. */
const deadLetterQueues = (stack: (typeof stacks)[number]) =>
  queuesOf(stack).filter(({ properties }) => properties.MessageRetentionPeriod === twoWeeksSeconds);
const isDeadLetterQueue = (stack: (typeof stacks)[number], reference: Parameters<typeof logicalId>[0]) =>
  deadLetterQueues(stack).some(({ id }) => id === logicalId(reference));

describe('queues', () => {
  it('are encrypted, refuse plain HTTP, and move a message to a dead-letter queue after ten receives', () => {
    for (const stack of stacks) {
      for (const { id, properties } of queuesOf(stack)) {
        expect(properties.SqsManagedSseEnabled, id).toBe(true);
        if (properties.MessageRetentionPeriod === twoWeeksSeconds) continue;
        expect(properties.MessageRetentionPeriod, id).toBe(fourDaysSeconds);
        expect(properties.RedrivePolicy.maxReceiveCount, id).toBe(10);
        expect(isDeadLetterQueue(stack, properties.RedrivePolicy.deadLetterTargetArn), id).toBe(true);
      }
      const refusals = resourcesOf(templates[stack], 'AWS::SQS::QueuePolicy').filter(({ properties }) =>
        properties.PolicyDocument.Statement.some(
          (statement: { Effect: string; Condition?: unknown }) =>
            statement.Effect === 'Deny' && JSON.stringify(statement.Condition).includes('aws:SecureTransport'),
        ),
      );
      expect(refusals.length).toBe(queuesOf(stack).length);
    }
  });

  it('hide a message for six timeouts of the consumer', () => {
    for (const stack of ['Saga', 'Events'] as const) {
      const functions = new Map(
        resourcesOf(templates[stack], 'AWS::Lambda::Function').map(({ id, properties }) => [id, properties]),
      );
      const queues = new Map(queuesOf(stack).map(({ id, properties }) => [id, properties]));
      for (const { id, properties } of resourcesOf(templates[stack], 'AWS::Lambda::EventSourceMapping')) {
        const queue = queues.get(logicalId(properties.EventSourceArn) ?? '');
        if (queue === undefined) continue;
        const consumer = functions.get(logicalId(properties.FunctionName) ?? '');
        expect(queue.VisibilityTimeout, id).toBeGreaterThanOrEqual(6 * consumer?.Timeout);
        expect(properties.FunctionResponseTypes, id).toEqual(['ReportBatchItemFailures']);
        expect(properties.BatchSize, id).toBe(10);
        expect(properties.ScalingConfig.MaximumConcurrency, id).toBe(4);
      }
    }
  });
});

describe('a consumer that sends email', () => {
  it('has time for twenty emails, five at a time, each with five seconds at SES and as many at the table', () => {
    const senders = resourcesOf(templates.Events, 'AWS::Lambda::Function').filter(({ properties }) =>
      declaredWith('send-email').includes(properties.Description),
    );
    expect(senders.length).toBeGreaterThan(0);
    for (const { id, properties } of senders) expect(properties.Timeout, id).toBeGreaterThan((20 / 5) * (5 + 5));
  });
});

describe('rules', () => {
  it('send only to queues, and have a dead-letter queue for what cannot be sent', () => {
    for (const stack of stacks) {
      for (const { id, properties } of resourcesOf(templates[stack], 'AWS::Events::Rule')) {
        expect(properties.ScheduleExpression, id).toBeUndefined();
        expect(properties.Targets, id).toHaveLength(1);
        const [target] = properties.Targets;
        expect(
          queuesOf(stack).map((queue) => queue.id),
          id,
        ).toContain(logicalId(target.Arn));
        expect(isDeadLetterQueue(stack, target.DeadLetterConfig.Arn), id).toBe(true);
      }
    }
  });

  it('bring each consumer exactly the events that it declares', () => {
    const sources = publishingDomains.map(({ name }) => sourceOf(name));
    for (const { name, file, events } of consumers) {
      const patterns = patternsReaching('Events', file);
      if (events === 'every-event') {
        expect(patterns.flatMap(({ source }) => source).toSorted(), name).toEqual(sources.toSorted());
        expect(patterns.every((pattern) => pattern['detail-type'] === undefined)).toBe(true);
        continue;
      }
      // All versions of an event have one detail-type.
      const declared = new Set(events.map((event) => eventCatalogue[event].detailType));
      expect(patterns.flatMap((pattern) => pattern['detail-type'] ?? []).toSorted(), name).toEqual([...declared].toSorted());
      for (const { source, 'detail-type': types = [] } of patterns) {
        const publishers = Object.entries(eventCatalogue)
          .filter(([type]) => types.includes(type))
          .map(([, { domain }]) => sourceOf(domain));
        expect(new Set(publishers), name).toEqual(new Set(source));
      }
    }
  });

  it('may all send to their queue by one statement, since a policy holds at most twenty', () => {
    for (const stack of ['Saga', 'Events'] as const) {
      for (const { id, properties } of resourcesOf(templates[stack], 'AWS::SQS::QueuePolicy'))
        expect(properties.PolicyDocument.Statement.length, id).toBeLessThan(4);
    }
  });

  it('bring sagas that failed, timed out or were aborted to the reconciler', () => {
    const [pattern] = patternsReaching('Saga', 'functions/order/reconciler.ts');
    expect(pattern).toMatchObject({
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: { status: ['ABORTED', 'FAILED', 'TIMED_OUT'] },
    });
  });

  it('bring bounces and complaints of this stage’s e-mails, and of no other’s', () => {
    const [pattern] = patternsReaching('Events', 'functions/notification/email-feedback.ts');
    expect(pattern).toMatchObject({ source: ['aws.ses'], 'detail-type': ['Email Bounced', 'Email Complaint Received'] });
    expect(JSON.stringify(pattern)).toMatch(
      /"ses:configuration-set":\[\{"Fn::ImportValue":"lonja-dev-data:[^"]*ConfigurationSet/,
    );
    const [destination] = resourcesOf(templates.Data, 'AWS::SES::ConfigurationSetEventDestination');
    expect(destination?.properties.EventDestination).toMatchObject({
      Enabled: true,
      MatchingEventTypes: ['bounce', 'complaint'],
      EventBridgeDestination: { EventBusArn: expect.anything() },
    });
  });

  type Pattern = { source: string[]; 'detail-type'?: string[] };

  /** The patterns of all rules whose queue has the function of this entry as its consumer. */
  function patternsReaching(stack: 'Saga' | 'Events', entry: string): Pattern[] {
    const consumer = resourcesOf(templates[stack], 'AWS::Lambda::Function').find(
      ({ properties }) => properties.Description === entry,
    );
    const mapping = resourcesOf(templates[stack], 'AWS::Lambda::EventSourceMapping').find(
      ({ properties }) => logicalId(properties.FunctionName) === consumer?.id,
    );
    const queueId = logicalId(mapping?.properties.EventSourceArn ?? {});
    return resourcesOf(templates[stack], 'AWS::Events::Rule')
      .filter(({ properties }) => logicalId(properties.Targets[0].Arn) === queueId)
      .map(({ properties }) => properties.EventPattern);
  }
});

describe('outbox relays', () => {
  it('exist for the table of each publishing domain, read from the oldest record and give up no record silently', () => {
    const relays = resourcesOf(templates.Events, 'AWS::Lambda::EventSourceMapping').filter(
      ({ properties }) => properties.StartingPosition,
    );
    expect(relays).toHaveLength(publishingDomains.length);
    for (const { id, properties } of relays) {
      expect(properties, id).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        FilterCriteria: {
          Filters: [
            { Pattern: JSON.stringify({ eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } } }) },
          ],
        },
      });
      expect(properties.MaximumRetryAttempts, id).toBeLessThanOrEqual(10);
      expect(isDeadLetterQueue('Events', properties.DestinationConfig.OnFailure.Destination), id).toBe(true);
    }
  });

  it('use fewer than the ten concurrent Lambdas of a new account in dev, and ten each in production', async () => {
    const concurrency = async (stage: string) =>
      resourcesOf((await synthesized(stage)).Events, 'AWS::Lambda::EventSourceMapping')
        .filter(({ properties }) => properties.StartingPosition)
        .reduce((sum, { properties }) => sum + properties.ParallelizationFactor, 0);
    expect(await concurrency('dev')).toBeLessThan(10);
    expect(await concurrency('production')).toBe(10 * publishingDomains.length);
  });

  it('sweep every two minutes', () => {
    const sweeps = resourcesOf(templates.Events, 'AWS::Scheduler::Schedule').filter(({ id }) => id.includes('Sweep'));
    expect(sweeps.map(({ properties }) => properties.ScheduleExpression)).toEqual(publishingDomains.map(() => 'rate(2 minutes)'));
  });
});

describe('schedules and other asynchronous calls', () => {
  it('have a dead-letter queue before the function and one after it', () => {
    const schedules = resourcesOf(templates.Events, 'AWS::Scheduler::Schedule');
    const jobs = domains.flatMap((domain) => Object.values(domain.jobs ?? {}));
    expect(schedules).toHaveLength(publishingDomains.length + jobs.length);
    const configured = new Set(
      resourcesOf(templates.Events, 'AWS::Lambda::EventInvokeConfig').map(({ properties }) => logicalId(properties.FunctionName)),
    );
    for (const { id, properties } of schedules) {
      expect(isDeadLetterQueue('Events', properties.Target.DeadLetterConfig.Arn), id).toBe(true);
      expect(configured, id).toContain(logicalId(properties.Target.Arn));
      // Without an input the Scheduler sends the time at which the call was due.
      expect(properties.Target.Input, id).toBeUndefined();
    }
    for (const stack of stacks) {
      for (const { id, properties } of resourcesOf(templates[stack], 'AWS::Lambda::EventInvokeConfig')) {
        expect(isDeadLetterQueue(stack, properties.DestinationConfig.OnFailure.Destination), id).toBe(true);
      }
    }
  });
});

describe('alarms', () => {
  it('ring for every dead-letter queue, lagging relay, old outbox item, declared number of a job and saga that ended badly', () => {
    const alarms = resourcesOf(templates.Observability, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
    const watching = (metric: string) => alarms.filter(({ MetricName }) => MetricName === metric);
    const deadLetterQueueCount = stacks.reduce((sum, stack) => sum + deadLetterQueues(stack).length, 0);
    expect(watching('ApproximateNumberOfMessagesVisible')).toHaveLength(deadLetterQueueCount);
    expect(watching('IteratorAge')).toHaveLength(publishingDomains.length);
    for (const metric of ['OldestOutboxItemSeconds', 'FailedOutboxItems', 'UnreadOutboxShards'])
      expect(watching(metric), metric).toHaveLength(1);
    for (const { id, alarm } of declaredAlarms()) {
      expect(watching(id)).toEqual([expect.objectContaining({ Threshold: alarm.above, AlarmDescription: alarm.says })]);
    }
    for (const metric of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'])
      expect(watching(metric), metric).toHaveLength(1);
    for (const { AlarmActions } of alarms) expect(AlarmActions).toHaveLength(1);
  });

  it('on numbers in log lines read the log of every function that writes them', () => {
    const filters = resourcesOf(templates.Observability, 'AWS::Logs::MetricFilter').map(({ properties }) => properties);
    const reading = (value: string) =>
      filters.filter(({ MetricTransformations }) => MetricTransformations[0].MetricValue === value);
    for (const field of ['oldestAgeSeconds', 'failed', 'unreadShards'])
      expect(reading(`$.${field}`), field).toHaveLength(publishingDomains.length);
    expect(declaredAlarms().length).toBeGreaterThan(0);
    for (const { job, alarm } of declaredAlarms()) {
      const patterns = reading(`$.${alarm.field}`).map(({ FilterPattern }) => FilterPattern);
      expect(patterns).toContain(`{ $.job = "${job}" }`);
    }
  });

  it('use a topic that CloudWatch may encrypt for, whose key is kept exactly when the stage keeps its data', async () => {
    const [key] = resourcesOf(templates.Observability, 'AWS::KMS::Key');
    templates.Observability.allResources('AWS::KMS::Key', { DeletionPolicy: 'Delete' });
    (await synthesized('production')).Observability.allResources('AWS::KMS::Key', { DeletionPolicy: 'Retain' });
    expect(JSON.stringify(key?.properties.KeyPolicy)).toContain('cloudwatch.amazonaws.com');
    expect(logicalId(resourcesOf(templates.Observability, 'AWS::SNS::Topic')[0]?.properties.KmsMasterKeyId)).toBe(key?.id);
  });

  it('can be followed by a replay, since every bus archives its events for 60 days', () => {
    const archives = resourcesOf(templates.Archive, 'AWS::Events::Archive').map(({ properties }) => properties);
    expect(archives.map(({ EventPattern }) => EventPattern.source[0])).toEqual(
      publishingDomains.map(({ name }) => sourceOf(name)),
    );
    for (const { RetentionDays } of archives) expect(RetentionDays).toBe(60);
  });

  /** The numbers of jobs that the domains declare an alarm for, by the name of their metric. */
  function declaredAlarms() {
    return domains.flatMap((domain) =>
      Object.entries(domain.jobs ?? {}).flatMap(([job, { alarm }]) =>
        alarm === undefined ? [] : [{ id: constructId(domain.name, job, alarm.field), job, alarm }],
      ),
    );
  }
});

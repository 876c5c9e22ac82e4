import { type App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { constructId } from '../construct-id.ts';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { GrpcService } from '../constructs/grpc/grpc-service.ts';
import { OutboxRelay } from '../constructs/outbox-relay.ts';
import type { Stage } from '../stages.ts';
import type { CertificatesStack } from './certificates-stack.ts';
import type { EventsStack } from './events-stack.ts';
import type { SagaStack } from './saga-stack.ts';

export type ObservabilityStackProps = {
  stage: Stage;
  saga: SagaStack;
  events: EventsStack;
  certificates: CertificatesStack;
  /** The stacks whose queues, relays and gRPC services are watched. */
  watched: readonly Stack[];
};

const oneMinute = Duration.minutes(1);

/** Alarms and a dashboard. It finds queues, relays, jobs and services by itself, so none can be forgotten. */
export class ObservabilityStack extends Stack {
  /** Subscribe the people on call to it. */
  readonly alarms: Topic;
  private readonly stage: Stage;

  constructor(app: App, id: string, { stage, saga, events, certificates, watched }: ObservabilityStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-observability`, description: 'Alarms and dashboard' });
    this.stage = stage;
    this.alarms = this.alarmTopic();
    const relays = everyOne(watched, OutboxRelay);
    const services = everyOne(watched, GrpcService);
    for (const service of services) this.watchService(service);
    this.watchRenewal(certificates);
    const ends = this.watchSagas(saga);
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          graph('Messages in dead-letter queues', this.watchDeadLetters(everyOne(watched, DeadLetterQueue))),
          graph('Age of stream records, ms', this.watchRelays(relays)),
        ],
        [graph('Age of the oldest outbox item, s', [this.watchOutboxes(relays)]), graph('Jobs', this.watchJobs(events))],
        [
          graph(
            'gRPC calls per minute',
            services.map(({ alarms }) => alarms.calls),
          ),
          graph(
            'gRPC faults, % of calls',
            services.map(({ alarms }) => alarms.faultPercent),
          ),
        ],
        [
          graph('Sagas', [saga.machine.metricStarted(), saga.machine.metricSucceeded(), saga.machine.metricTime()]),
          graph('Sagas that ended badly', ends),
        ],
      ],
    });
  }

  private alarmTopic(): Topic {
    const key = new Key(this, 'AlarmKey', {
      description: 'Encrypts alarms in transit',
      enableKeyRotation: true,
      removalPolicy: this.stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // Without this right CloudWatch could not write to the topic, and no alarm would reach anyone.
    key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    return new Topic(this, 'Alarms', { masterKey: key, enforceSSL: true });
  }

  private watchDeadLetters(queues: readonly DeadLetterQueue[]): IMetric[] {
    return queues.map((queue) => {
      const { addr, path } = queue.node;
      const held = queue.metricApproximateNumberOfMessagesVisible({ period: oneMinute, statistic: 'Maximum' });
      this.alarmAbove(`${addr}Held`, held, 0, `${path} holds messages that could not be delivered`);
      return held.with({ label: path });
    });
  }

  private watchRelays(relays: readonly OutboxRelay[]): IMetric[] {
    return relays.map(({ relay, node: { addr, path } }) => {
      const lag = relay.metric('IteratorAge', { period: oneMinute, statistic: 'Maximum' });
      this.alarmAbove(`${addr}Lag`, lag, Duration.minutes(5).toMilliseconds(), `${path} lags behind its stream`);
      return lag.with({ label: path });
    });
  }

  private watchOutboxes(relays: readonly OutboxRelay[]): IMetric {
    const inSweepLog = (metricName: string, field: string, suffix: string) =>
      this.numberInLog(metricName, {
        job: 'outbox sweep',
        field,
        logs: relays.map(({ relay, node }) => ({ id: `${node.addr}${suffix}`, logGroup: relay.logGroup })),
      });
    const oldest = inSweepLog('OldestOutboxItemSeconds', 'oldestAgeSeconds', 'Oldest');
    const failed = inSweepLog('FailedOutboxItems', 'failed', 'Failed');
    const unread = inSweepLog('UnreadOutboxShards', 'unreadShards', 'Unread');
    const limit = Duration.minutes(10).toSeconds();
    this.alarmAbove('OldOutboxItem', oldest, limit, 'An event is not published yet: neither relay nor sweep could publish it');
    this.alarmAbove(
      'FailedOutboxItem',
      failed,
      0,
      'An event failed again: the relay could not publish it, and neither could the sweep',
    );
    this.alarmAbove('UnreadOutboxShard', unread, 0, 'The sweep could not read a part of an outbox: what it holds is not known');
    return oldest;
  }

  /** The numbers that domains declare an alarm for. */
  private watchJobs({ jobs }: EventsStack): IMetric[] {
    return jobs.flatMap(({ id, name, job: { alarm }, run }) => {
      if (alarm === undefined) return [];
      const metricName = constructId(id, alarm.field);
      const logs = [{ id: metricName, logGroup: run.logGroup }];
      const number = this.numberInLog(metricName, { job: name, field: alarm.field, logs });
      this.alarmAbove(`${metricName}Alarm`, number, alarm.above, alarm.says);
      return [number];
    });
  }

  private watchSagas({ machine }: SagaStack): IMetric[] {
    const ends = [machine.metricFailed(), machine.metricTimedOut(), machine.metricAborted()].map((metric) =>
      metric.with({ period: oneMinute }),
    );
    for (const end of ends) {
      const says = `Order sagas ended badly (${end.metricName}). The reconciler takes over their orders`;
      this.alarmAbove(`Saga${end.metricName}`, end, 0, says);
    }
    return ends;
  }

  /** Deployment alarms make ECS roll back. These alarm the people on call, also between deployments. */
  private watchService({ alarms, node: { addr, path } }: GrpcService) {
    this.alarmAbove(`${addr}Faults`, alarms.faultPercent, 5, `${path} fails its callers`, 3);
    for (const [index, unhealthy] of alarms.unhealthy.entries()) {
      this.alarmAbove(`${addr}Unhealthy${index}`, unhealthy, 0, `Tasks of ${path} do not serve`, 5);
    }
  }

  /** A failed run is in a dead-letter queue. This alarm is for a run that never started, two months before a certificate expires. */
  private watchRenewal({ issuer }: CertificatesStack) {
    new Alarm(this, 'NoRenewal', {
      metric: issuer.metricInvocations({ period: Duration.days(1), statistic: 'Sum' }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 2,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'The certificates were not checked for two days',
    }).addAlarmAction(new SnsAction(this.alarms));
  }

  private alarmAbove(id: string, metric: IMetric, threshold: number, alarmDescription: string, minutes = 1) {
    new Alarm(this, id, {
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: minutes,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription,
    }).addAlarmAction(new SnsAction(this.alarms));
  }

  /** The greatest number in `field` of the log lines of a scheduled job. */
  private numberInLog(
    metricName: string,
    { job, field, logs }: { job: string; field: string; logs: readonly { id: string; logGroup: ILogGroup }[] },
  ): Metric {
    const metricNamespace = `Lonja/${this.stage.name}`;
    for (const { id, logGroup } of logs) {
      new MetricFilter(this, id, {
        logGroup,
        filterPattern: FilterPattern.stringValue('$.job', '=', job),
        metricNamespace,
        metricName,
        metricValue: `$.${field}`,
      });
    }
    return new Metric({ namespace: metricNamespace, metricName, statistic: 'Maximum', period: Duration.minutes(5) });
  }
}

function everyOne<Kind extends Construct>(stacks: readonly Stack[], kind: abstract new (...args: never[]) => Kind): Kind[] {
  const isOne = (found: unknown): found is Kind => found instanceof kind;
  return stacks.flatMap((stack) => stack.node.findAll().filter(isOne));
}

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });

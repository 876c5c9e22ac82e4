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
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { GrpcService } from '../constructs/grpc-service.ts';
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
  /** Whose queues, relays and gRPC services are looked after. */
  watched: readonly Stack[];
};

const oneMinute = Duration.minutes(1);

/** Rings when something got stuck: it looks for queues and relays itself, so none can be forgotten. */
export class ObservabilityStack extends Stack {
  /** Subscribe whoever is on call. */
  readonly alarms: Topic;

  constructor(app: App, id: string, { stage, saga, events, certificates, watched }: ObservabilityStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-observability`, description: 'Alarms and dashboard' });
    this.alarms = this.alarmTopic(stage);
    const deadLetters = everyOne(watched, DeadLetterQueue).map((queue) => {
      const { addr, path } = queue.node;
      const held = queue.metricApproximateNumberOfMessagesVisible({ period: oneMinute, statistic: 'Maximum' });
      this.alarmAbove(`${addr}Held`, held, 0, `${path} holds messages that could not be delivered`);
      return held.with({ label: path });
    });
    const relays = everyOne(watched, OutboxRelay);
    const lags = relays.map(({ relay, node: { addr, path } }) => {
      const lag = relay.metric('IteratorAge', { period: oneMinute, statistic: 'Maximum' });
      this.alarmAbove(`${addr}Lag`, lag, Duration.minutes(5).toMilliseconds(), `${path} lags behind its stream`);
      return lag.with({ label: path });
    });
    const oldest = this.numberInLog(stage, 'OldestOutboxItemSeconds', 'oldestAgeSeconds', {
      job: 'outbox sweep',
      functions: relays.map(({ relay, node }) => ({ id: `${node.addr}Oldest`, logGroup: relay.logGroup })),
    });
    this.alarmAbove(
      'OldOutboxItem',
      oldest,
      Duration.minutes(10).toSeconds(),
      'An event waits to be published: neither relay nor sweep could',
    );
    const owed = this.numberInLog(stage, 'OldestOwedReversalSeconds', 'oldestOwedSeconds', {
      job: 'reverse-charges',
      functions: [{ id: 'OldestOwedReversal', logGroup: events.reverseCharges.logGroup }],
    });
    this.alarmAbove(
      'OldOwedReversal',
      owed,
      Duration.hours(1).toSeconds(),
      'Money is owed back for more than an hour: the provider is out, refuses, or contradicts itself',
    );
    const ends = [saga.machine.metricFailed(), saga.machine.metricTimedOut(), saga.machine.metricAborted()].map((metric) =>
      metric.with({ period: oneMinute }),
    );
    for (const end of ends)
      this.alarmAbove(`Saga${end.metricName}`, end, 0, `Order sagas ended badly (${end.metricName}): the reconciler has them`);
    const services = everyOne(watched, GrpcService);
    for (const service of services) this.watchService(service);
    this.alarmWithoutRenewal(certificates);
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [graph('Messages in dead-letter queues', deadLetters), graph('Age of stream records, ms', lags)],
        [graph('Age of the oldest outbox item, s', [oldest]), graph('Age of the oldest money owed back, s', [owed])],
        [
          graph(
            'gRPC calls a minute',
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

  private alarmTopic(stage: Stage): Topic {
    const key = new Key(this, 'AlarmKey', {
      description: 'Encrypts alarms on their way',
      enableKeyRotation: true,
      removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    // Without this CloudWatch could not write to the topic, and no alarm would ever be heard.
    key.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    return new Topic(this, 'Alarms', { masterKey: key, enforceSSL: true });
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

  /** The deployment alarms tell ECS; these tell whoever is on call, also between deployments. */
  private watchService({ alarms, node: { addr, path } }: GrpcService) {
    this.alarmAbove(`${addr}Faults`, alarms.faultPercent, 5, `${path} fails its callers`, 3);
    for (const [index, unhealthy] of alarms.unhealthy.entries()) {
      this.alarmAbove(`${addr}Unhealthy${index}`, unhealthy, 0, `Tasks of ${path} do not serve`, 5);
    }
  }

  /** A run that failed is in a dead-letter queue; one that never came is seen here, two months before a certificate ends. */
  private alarmWithoutRenewal({ issuer }: CertificatesStack) {
    new Alarm(this, 'NoRenewal', {
      metric: issuer.metricInvocations({ period: Duration.days(1), statistic: 'Sum' }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 2,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: 'Nobody has looked after the certificates for two days',
    }).addAlarmAction(new SnsAction(this.alarms));
  }

  /** The greatest number that the log lines of a scheduled job hold in `field`. */
  private numberInLog(
    stage: Stage,
    metricName: string,
    field: string,
    { job, functions }: { job: string; functions: readonly { id: string; logGroup: ILogGroup }[] },
  ): Metric {
    const metricNamespace = `Lonja/${stage.name}`;
    for (const { id, logGroup } of functions) {
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

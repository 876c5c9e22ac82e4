import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { NetworkLoadBalancer, NetworkTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { GrpcServiceName } from '../../grpc-addresses.ts';
import type { GrpcTask } from './grpc-task.ts';

export type RevisionAlarmsProps = {
  service: GrpcServiceName;
  task: GrpcTask;
  balancer: NetworkLoadBalancer;
  targetGroups: readonly NetworkTargetGroup[];
};

const oneMinute = Duration.minutes(1);
/** The namespace of the metrics that the tasks write: see grpc-shared. */
const namespace = 'Lonja/Grpc';

/**
 * The alarms that roll back a new revision. They are deployed with it, so that they watch the tasks of this revision and not those
 * of the one before. A minute without calls counts as good.
 */
export class RevisionAlarms extends Construct {
  /** The names of the alarms, for ECS. */
  readonly names: string[];
  /** Calls per minute to this revision. */
  readonly calls: IMetric;
  /** The percentage of calls that ended in a fault of ours. */
  readonly faultPercent: IMetric;
  /** The tasks that do not serve, of this revision and of the one before. */
  readonly unhealthy: readonly IMetric[];

  constructor(scope: Construct, id: string, { service, task, balancer, targetGroups }: RevisionAlarmsProps) {
    super(scope, id);
    const counted = (metricName: string) =>
      new Metric({
        namespace,
        metricName,
        dimensionsMap: { Service: task.serviceName, Revision: task.revision },
        statistic: 'Sum',
        period: oneMinute,
      });
    this.calls = counted('Calls');
    this.faultPercent = new MathExpression({
      // A graph of several services needs different ids for each.
      expression: `IF(${service}Calls > 0, 100 * FILL(${service}Faults, 0) / ${service}Calls, 0)`,
      usingMetrics: { [`${service}Calls`]: this.calls, [`${service}Faults`]: counted('Faults') },
      period: oneMinute,
      label: `${service}: faults, % of calls`,
    });
    // The construct's own metric derives the name of the balancer from the listener, which other stacks cannot refer to.
    this.unhealthy = targetGroups.map(
      ({ targetGroupFullName }) =>
        new Metric({
          namespace: 'AWS/NetworkELB',
          metricName: 'UnHealthyHostCount',
          dimensionsMap: { LoadBalancer: balancer.loadBalancerFullName, TargetGroup: targetGroupFullName },
          statistic: 'Maximum',
          period: oneMinute,
        }),
    );
    this.names = [
      this.alarm('Faults', this.faultPercent, { above: 5, datapoints: [3, 5] }, `gRPC ${service} fails its callers`),
      this.alarm(
        'CannotStart',
        this.failedStarts(service, task),
        { above: 1, datapoints: [1, 1] },
        `gRPC ${service} does not start`,
      ),
      ...this.unhealthy.map((metric, index) =>
        this.alarm(`Unhealthy${index}`, metric, { above: 0, datapoints: [8, 10] }, `Tasks of gRPC ${service} do not serve`),
      ),
    ].map(({ alarmName }) => alarmName);
  }

  /** A task that cannot start logs that and exits; ECS would retry it for hours. */
  private failedStarts(service: GrpcServiceName, { log }: GrpcTask): IMetric {
    const filter = new MetricFilter(this, 'FailedStarts', {
      logGroup: log,
      filterPattern: FilterPattern.stringValue('$.message', '=', 'cannot start'),
      metricNamespace: `${namespace}/${Stack.of(this).stackName}`,
      metricName: `FailedStarts-${service}`,
      metricValue: '1',
    });
    return filter.metric({ statistic: 'Sum', period: Duration.minutes(5) });
  }

  private alarm(
    id: string,
    metric: IMetric,
    limit: { above: number; datapoints: [alarming: number, evaluated: number] },
    alarmDescription: string,
  ): Alarm {
    const [datapointsToAlarm, evaluationPeriods] = limit.datapoints;
    return new Alarm(this, id, {
      metric,
      threshold: limit.above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      datapointsToAlarm,
      evaluationPeriods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription,
    });
  }
}

import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, MathExpression, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { NetworkLoadBalancer, NetworkTargetGroup } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { GrpcServiceName } from '../grpc-addresses.ts';
import type { GrpcTask } from './grpc-task.ts';

export type RevisionAlarmsProps = {
  service: GrpcServiceName;
  task: GrpcTask;
  balancer: NetworkLoadBalancer;
  targetGroups: readonly NetworkTargetGroup[];
};

const oneMinute = Duration.minutes(1);
/** Where the tasks write their metrics: see grpc-shared. */
const namespace = 'Lonja/Grpc';

/**
 * What takes a new revision back. Deployed with it, so that they watch this revision's tasks and not those of the one it replaces.
 * A minute without calls is a good one.
 */
export class RevisionAlarms extends Construct {
  /** Of the alarms, for ECS. */
  readonly names: string[];
  /** Calls of this revision a minute. */
  readonly calls: IMetric;
  /** How many percent of them ended in a fault of ours. */
  readonly faultPercent: IMetric;
  /** How many tasks do not serve, of this revision and of the one before. */
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
      // A graph of several services wants an id of its own for each.
      expression: `IF(${service}Calls > 0, 100 * FILL(${service}Faults, 0) / ${service}Calls, 0)`,
      usingMetrics: { [`${service}Calls`]: this.calls, [`${service}Faults`]: counted('Faults') },
      period: oneMinute,
      label: `${service}: faults, % of calls`,
    });
    // The target group's own metric would take the balancer's name out of the listener's, which no other stack could repeat.
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

  /** A task that cannot start says so and ends: ECS would try again for hours. */
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

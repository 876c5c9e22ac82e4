import { Annotations, Duration, Validations } from 'aws-cdk-lib';
import { Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { AlternateTarget, DeploymentStrategy, FargateService, ListenerRuleConfiguration } from 'aws-cdk-lib/aws-ecs';
import {
  NetworkListener,
  NetworkListenerAction,
  NetworkTargetGroup,
  Protocol,
  TargetType,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { grpcHttpPort, grpcPorts } from '../grpc-addresses.ts';
import type { NetworkStack } from '../stacks/network-stack.ts';
import type { Stage } from '../stages.ts';
import { GrpcTask, type GrpcTaskProps } from './grpc-task.ts';
import { RevisionAlarms } from './revision-alarms.ts';

export type GrpcServiceProps = GrpcTaskProps & {
  network: NetworkStack;
  /** Whether its tasks may call the other services. */
  callsOthers: boolean;
};

/**
 * A long-running gRPC service: tasks in private subnets behind the internal load balancer. A new revision gets a tenth of the new
 * connections for 20 minutes; what its tasks count, not the load balancer, says whether it stays, since a gRPC error is HTTP 200.
 */
export class GrpcService extends Construct {
  readonly taskRole: IRole;
  /** For clients: `dns:///host:port`. */
  readonly target: string;
  readonly alarms: RevisionAlarms;

  constructor(scope: Construct, id: string, { network, callsOthers, ...props }: GrpcServiceProps) {
    super(scope, id);
    const port = grpcPorts[props.service];
    const task = new GrpcTask(this, 'Task', props);
    this.taskRole = task.taskRole;
    const [blue, green] = [this.targetGroup('Blue', network, port), this.targetGroup('Green', network, port)] as const;
    const listener = new NetworkListener(this, 'Listener', {
      loadBalancer: network.balancer,
      port,
      protocol: Protocol.TCP,
      // The weights at the beginning; from then on each deployment shifts them.
      defaultAction: NetworkListenerAction.weightedForward([
        { targetGroup: blue, weight: 100 },
        { targetGroup: green, weight: 0 },
      ]),
    });
    this.alarms = new RevisionAlarms(this, 'Alarms', {
      service: props.service,
      task,
      balancer: network.balancer,
      targetGroups: [blue, green],
    });
    const service = this.fargateService(task, network, { stage: props.stage, callsOthers });
    service
      .loadBalancerTarget({
        containerName: 'Service',
        containerPort: port,
        alternateTarget: new AlternateTarget('TrafficShift', {
          alternateTargetGroup: green,
          productionListener: ListenerRuleConfiguration.networkListener(listener),
        }),
      })
      .attachToNetworkTargetGroup(blue);
    scale(service, props.stage);
    acknowledge(service);
    this.target = `dns:///${network.balancer.loadBalancerDnsName}:${port}`;
  }

  private targetGroup(id: string, { vpc }: NetworkStack, port: number): NetworkTargetGroup {
    return new NetworkTargetGroup(this, id, {
      vpc,
      port,
      protocol: Protocol.TCP,
      targetType: TargetType.IP,
      deregistrationDelay: Duration.seconds(30),
      // Not whether the port is open: whether the service can say anything about anybody.
      healthCheck: {
        protocol: Protocol.HTTP,
        port: String(grpcHttpPort),
        path: '/health/grpc',
        healthyHttpCodes: '200',
        interval: Duration.seconds(10),
        timeout: Duration.seconds(5),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 2,
      },
    });
  }

  private fargateService(
    taskDefinition: GrpcTask,
    { cluster, vpc, balancerGroup, callers }: NetworkStack,
    { stage, callsOthers }: { stage: Stage; callsOthers: boolean },
  ) {
    const group = new SecurityGroup(this, 'Group', { vpc, description: `Tasks of ${this.node.path}` });
    for (const { containerPort } of taskDefinition.defaultContainer?.portMappings ?? []) {
      group.addIngressRule(balancerGroup, Port.tcp(containerPort), 'from the load balancer');
      balancerGroup.addEgressRule(group, Port.tcp(containerPort), 'to the tasks', true);
    }
    return new FargateService(this, 'Service', {
      cluster,
      taskDefinition,
      capacityProviderStrategies: [
        { capacityProvider: stage.grpcTasks.capacity === 'spot' ? 'FARGATE_SPOT' : 'FARGATE', weight: 1 },
      ],
      securityGroups: callsOthers ? [group, callers] : [group],
      minHealthyPercent: 100,
      healthCheckGracePeriod: Duration.seconds(60),
      deploymentStrategy: DeploymentStrategy.CANARY,
      // Weights apply to new connections, and a connection lives for up to five minutes: four generations of them.
      canaryConfiguration: { stepPercent: 10, stepBakeTime: Duration.minutes(20) },
      // As long as going back is a matter of seconds, since the old revision still runs.
      bakeTime: Duration.minutes(20),
      deploymentAlarms: { alarmNames: this.alarms.names },
    });
  }
}

/** By what a task does, not by connections, of which an idle one costs nothing. */
function scale(service: FargateService, { grpcTasks: { least, most } }: Stage) {
  service.autoScaleTaskCount({ minCapacity: least, maxCapacity: most }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
    scaleOutCooldown: Duration.minutes(1),
    scaleInCooldown: Duration.minutes(5),
  });
}

function acknowledge(service: FargateService) {
  Annotations.of(service).acknowledgeWarning(
    '@aws-cdk/aws-ecs:shouldUseCircuitBreaker',
    'The circuit breaker is for rolling deployments; here an alarm on starts that fail does its work.',
  );
  Validations.of(service).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers]',
    reason: 'The policy that ECS asks for to shift traffic; it reaches what ECS itself made or was told of.',
  });
}

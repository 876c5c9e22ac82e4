import { Annotations, Duration, Validations } from 'aws-cdk-lib';
import { Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { DeploymentStrategy, FargateService } from 'aws-cdk-lib/aws-ecs';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { grpcPorts } from '../../grpc-addresses.ts';
import type { NetworkStack } from '../../stacks/network-stack.ts';
import type { Stage } from '../../stages.ts';
import { GrpcTask, type GrpcTaskProps, grpcContainerName } from './grpc-task.ts';
import { RevisionAlarms } from './revision-alarms.ts';
import { WeightedListener } from './weighted-listener.ts';

export type GrpcServiceProps = GrpcTaskProps & {
  network: NetworkStack;
  /** Whether its tasks may call the other services. */
  callsOthers: boolean;
};

/**
 * A long-running gRPC service: tasks in private subnets behind the internal load balancer. A new revision gets a tenth of the new
 * connections for 20 minutes. The metrics of its tasks decide whether it stays, not the load balancer: a gRPC error is HTTP 200.
 */
export class GrpcService extends Construct {
  readonly taskRole: IRole;
  /** The target for clients: `dns:///host:port`. */
  readonly target: string;
  readonly alarms: RevisionAlarms;

  constructor(scope: Construct, id: string, { network, callsOthers, ...props }: GrpcServiceProps) {
    super(scope, id);
    const port = grpcPorts[props.service];
    const task = new GrpcTask(this, 'Task', props);
    this.taskRole = task.taskRole;
    const listener = new WeightedListener(this, 'Port', { network, port });
    this.alarms = new RevisionAlarms(this, 'Alarms', {
      service: props.service,
      task,
      balancer: network.balancer,
      targetGroups: listener.targetGroups,
    });
    const service = this.fargateService(task, network, { stage: props.stage, callsOthers });
    listener.leadTo(service, grpcContainerName);
    scale(service, props.stage);
    acknowledge(service);
    this.target = `dns:///${network.balancer.loadBalancerDnsName}:${port}`;
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
      // Weights apply to new connections, and a connection lasts up to five minutes: four generations of connections.
      canaryConfiguration: { stepPercent: 10, stepBakeTime: Duration.minutes(20) },
      // For this long the old revision still runs, so that a rollback takes seconds.
      bakeTime: Duration.minutes(20),
      deploymentAlarms: { alarmNames: this.alarms.names },
    });
  }
}

/** Scales by CPU, not by connections: an idle connection costs nothing. */
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
    'The circuit breaker is for rolling deployments. Here an alarm on failed starts replaces it.',
  );
  Validations.of(service).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers]',
    reason: 'The policy that ECS requires to shift traffic. It covers what ECS created and what it is configured to use.',
  });
}

import { type App, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  IpAddresses,
  Port,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { Cluster, ContainerInsights } from 'aws-cdk-lib/aws-ecs';
import { NetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { grpcPorts } from '../grpc-addresses.ts';
import { callerSecurityGroupParameter, callerSubnetsParameter } from '../parameter-names.ts';
import type { Stage } from '../stages.ts';

/** Private subnets for the gRPC services and the functions that call them, with one NAT gateway and one load balancer for all. */
export class NetworkStack extends Stack {
  readonly vpc: Vpc;
  /** The group of everything that calls a gRPC service. */
  readonly callers: SecurityGroup;
  readonly balancer: NetworkLoadBalancer;
  readonly balancerGroup: SecurityGroup;
  readonly cluster: Cluster;

  constructor(app: App, id: string, { stage }: { stage: Stage }) {
    super(app, id, { stackName: `lonja-${stage.name}-network`, description: 'Network of the gRPC services and their callers' });
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr('10.20.0.0/16'),
      maxAzs: stage.availabilityZones,
      // A second one would double the largest part of the idle cost. Without it, losing its zone cuts off outgoing calls.
      natGateways: 1,
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
      ],
      gatewayEndpoints: {
        DynamoDb: { service: GatewayVpcEndpointAwsService.DYNAMODB },
        // For images, which then do not pass the NAT gateway.
        S3: { service: GatewayVpcEndpointAwsService.S3 },
      },
      flowLogs: { All: { destination: FlowLogDestination.toCloudWatchLogs(this.flowLog(stage)) } },
    });
    this.callers = new SecurityGroup(this, 'Callers', { vpc: this.vpc, description: 'Callers of gRPC services' });
    this.balancerGroup = this.groupOfBalancer();
    this.balancer = this.passThroughBalancer();
    this.cluster = this.taskCluster();
    new StringParameter(this, 'CallerSubnets', {
      parameterName: callerSubnetsParameter(stage.name),
      stringValue: this.vpc.privateSubnets.map(({ subnetId }) => subnetId).join(','),
    });
    new StringParameter(this, 'CallerSecurityGroup', {
      parameterName: callerSecurityGroupParameter(stage.name),
      stringValue: this.callers.securityGroupId,
    });
  }

  private groupOfBalancer(): SecurityGroup {
    const group = new SecurityGroup(this, 'BalancerGroup', {
      vpc: this.vpc,
      description: 'Load balancer of the gRPC services',
      allowAllOutbound: false,
    });
    for (const [service, port] of Object.entries(grpcPorts)) {
      group.addIngressRule(this.callers, Port.tcp(port), `calls to ${service}`);
    }
    return group;
  }

  /** Passes TCP through, so that mutual TLS ends in the task. */
  private passThroughBalancer(): NetworkLoadBalancer {
    const balancer = new NetworkLoadBalancer(this, 'Balancer', {
      vpc: this.vpc,
      crossZoneEnabled: true,
      securityGroups: [this.balancerGroup],
    });
    Validations.of(balancer).acknowledge({
      id: 'AwsSolutions-ELB2',
      reason: 'A network load balancer logs only TLS listeners. Here TCP passes through, and the tasks log their calls.',
    });
    return balancer;
  }

  private taskCluster(): Cluster {
    const cluster = new Cluster(this, 'Cluster', {
      vpc: this.vpc,
      containerInsightsV2: ContainerInsights.DISABLED,
      enableFargateCapacityProviders: true,
    });
    Validations.of(cluster).acknowledge({
      id: 'AwsSolutions-ECS4',
      reason:
        'Its metrics cost more than the tasks of a dev stage. CPU and memory are measured without it, the rest by the tasks.',
    });
    return cluster;
  }

  private flowLog(stage: Stage) {
    return new LogGroup(this, 'FlowLog', {
      retention: stage.logRetentionDays,
      removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

import { join } from 'node:path';
import { type App, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { Platform } from 'aws-cdk-lib/aws-ecr-assets';
import {
  Cluster,
  ContainerImage,
  ContainerInsights,
  CpuArchitecture,
  FargateService,
  FargateTaskDefinition,
  LogDrivers,
  OperatingSystemFamily,
} from 'aws-cdk-lib/aws-ecs';
import { NetworkLoadBalancer, Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { DomainTable } from '../constructs/domain-table.ts';
import { authTargetParameter } from '../parameter-names.ts';
import { type Stage, tokenIssuer } from '../stages.ts';
import type { NetworkStack } from './network-stack.ts';

export type AuthStackProps = { stage: Stage; network: NetworkStack; table: DomainTable };

const grpcPort = 50051;
const imageFolder = join(import.meta.dirname, '..', '..', 'dist', 'grpc-auth');

/** The gRPC Auth service: Fargate tasks behind an internal load balancer that passes TCP through. */
export class AuthStack extends Stack {
  readonly service: FargateService;

  constructor(app: App, id: string, { stage, network: { vpc, callers }, table }: AuthStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-auth`, description: 'gRPC Auth service' });
    const taskDefinition = this.taskDefinition(stage, table);
    table.allowReads(taskDefinition.taskRole);
    const balancerGroup = new SecurityGroup(this, 'BalancerGroup', {
      vpc,
      description: 'Load balancer of Auth',
      allowAllOutbound: false,
    });
    const serviceGroup = new SecurityGroup(this, 'ServiceGroup', { vpc, description: 'Tasks of Auth' });
    balancerGroup.addIngressRule(callers, Port.tcp(grpcPort), 'calls');
    balancerGroup.addEgressRule(serviceGroup, Port.tcp(grpcPort), 'to the tasks');
    serviceGroup.addIngressRule(balancerGroup, Port.tcp(grpcPort), 'from the load balancer');
    this.service = new FargateService(this, 'Service', {
      cluster: new Cluster(this, 'Cluster', {
        vpc,
        containerInsightsV2: ContainerInsights.ENABLED,
        enableFargateCapacityProviders: true,
      }),
      taskDefinition,
      desiredCount: stage.authTasks.count,
      capacityProviderStrategies: [
        { capacityProvider: stage.authTasks.capacity === 'spot' ? 'FARGATE_SPOT' : 'FARGATE', weight: 1 },
      ],
      circuitBreaker: { rollback: true },
      minHealthyPercent: 100,
      healthCheckGracePeriod: Duration.seconds(30),
      securityGroups: [serviceGroup],
    });
    const balancer = new NetworkLoadBalancer(this, 'Balancer', { vpc, crossZoneEnabled: true, securityGroups: [balancerGroup] });
    balancer.addListener('Grpc', { port: grpcPort, protocol: Protocol.TCP }).addTargets('Tasks', {
      port: grpcPort,
      protocol: Protocol.TCP,
      targets: [this.service],
      deregistrationDelay: Duration.seconds(30),
      healthCheck: {
        protocol: Protocol.TCP,
        interval: Duration.seconds(10),
        healthyThresholdCount: 2,
        unhealthyThresholdCount: 2,
      },
    });
    Validations.of(balancer).acknowledge({
      id: 'AwsSolutions-ELB2',
      reason: 'A network load balancer logs TLS listeners only; here TCP passes through and the tasks log each call.',
    });
    new StringParameter(this, 'GrpcTarget', {
      parameterName: authTargetParameter(stage.name),
      stringValue: `dns:///${balancer.loadBalancerDnsName}:${grpcPort}`,
    });
  }

  private taskDefinition(stage: Stage, table: DomainTable): FargateTaskDefinition {
    const definition = new FargateTaskDefinition(this, 'Task', {
      cpu: 256,
      memoryLimitMiB: 512,
      runtimePlatform: { cpuArchitecture: CpuArchitecture.ARM64, operatingSystemFamily: OperatingSystemFamily.LINUX },
    });
    definition.addContainer('Auth', {
      image: ContainerImage.fromAsset(imageFolder, { platform: Platform.LINUX_ARM64 }),
      portMappings: [{ containerPort: grpcPort }],
      environment: {
        STAGE: stage.name,
        POWERTOOLS_SERVICE_NAME: 'grpc-auth',
        TABLE_NAME: table.tableName,
        AUTH_GRPC_HOST: '0.0.0.0',
        AUTH_GRPC_PORT: String(grpcPort),
        TOKEN_ISSUER: tokenIssuer(stage),
      },
      readonlyRootFilesystem: true,
      stopTimeout: Duration.seconds(30),
      healthCheck: {
        command: [
          'CMD',
          'node',
          '-e',
          `require('node:net').connect(${grpcPort}).on('connect',()=>process.exit(0)).on('error',()=>process.exit(1))`,
        ],
        interval: Duration.seconds(10),
        startPeriod: Duration.seconds(10),
        timeout: Duration.seconds(5),
        retries: 3,
      },
      logging: LogDrivers.awsLogs({
        streamPrefix: 'auth',
        logGroup: new LogGroup(this, 'Log', {
          retention: stage.logRetentionDays,
          removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
        }),
      }),
    });
    Validations.of(definition).acknowledge(
      { id: 'AwsSolutions-ECS2', reason: 'Names and ports are no secrets.' },
      { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'ecr:GetAuthorizationToken takes no resource names.' },
    );
    return definition;
  }
}

import { type App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  FlowLogDestination,
  GatewayVpcEndpointAwsService,
  IpAddresses,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { callerSecurityGroupParameter, callerSubnetsParameter } from '../parameter-names.ts';
import type { Stage } from '../stages.ts';

/** Private subnets for the gRPC services and the functions that call them, with one way out. */
export class NetworkStack extends Stack {
  readonly vpc: Vpc;
  /** What a function that calls a gRPC service belongs to. */
  readonly callers: SecurityGroup;

  constructor(app: App, id: string, { stage }: { stage: Stage }) {
    super(app, id, { stackName: `lonja-${stage.name}-network`, description: 'Network of the gRPC services and their callers' });
    this.vpc = new Vpc(this, 'Vpc', {
      ipAddresses: IpAddresses.cidr('10.20.0.0/16'),
      maxAzs: stage.availabilityZones,
      // A second one would double the greatest part of the bill at rest; losing the zone costs outgoing calls, not the site.
      natGateways: 1,
      subnetConfiguration: [
        { name: 'public', subnetType: SubnetType.PUBLIC, cidrMask: 24, mapPublicIpOnLaunch: false },
        { name: 'private', subnetType: SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
      ],
      gatewayEndpoints: { DynamoDb: { service: GatewayVpcEndpointAwsService.DYNAMODB } },
      flowLogs: { All: { destination: FlowLogDestination.toCloudWatchLogs(this.flowLog(stage)) } },
    });
    this.callers = new SecurityGroup(this, 'Callers', { vpc: this.vpc, description: 'Functions that call gRPC services' });
    new StringParameter(this, 'CallerSubnets', {
      parameterName: callerSubnetsParameter(stage.name),
      stringValue: this.vpc.privateSubnets.map(({ subnetId }) => subnetId).join(','),
    });
    new StringParameter(this, 'CallerSecurityGroup', {
      parameterName: callerSecurityGroupParameter(stage.name),
      stringValue: this.callers.securityGroupId,
    });
  }

  private flowLog(stage: Stage) {
    return new LogGroup(this, 'FlowLog', {
      retention: stage.logRetentionDays,
      removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

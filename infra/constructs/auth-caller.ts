import { Fn } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { grpcServerName } from '../grpc-addresses.ts';
import {
  authTargetParameter,
  callerCertificateParameter,
  callerSecurityGroupParameter,
  callerSubnetsParameter,
} from '../parameter-names.ts';
import type { Stage } from '../stages.ts';
import type { LonjaFunction } from './lonja-function.ts';

export type AuthAddress = {
  /** The gRPC target, such as `dns:///host:50051`. */
  target: string;
  /** The secret with the client certificate and the authorities to trust. */
  certificateArn: string;
  /** Base URL of the REST twins, ending in `/api/v1`: they are asked when gRPC cannot be reached. */
  twinUrl: string;
};

/** The settings that the kernel's Auth client reads. */
export const authClientSettings = ({ target, certificateArn, twinUrl }: AuthAddress) => ({
  AUTH_GRPC_TARGET: target,
  AUTH_TLS_SECRET_ARN: certificateArn,
  AUTH_TLS_SERVER_NAME: grpcServerName('auth'),
  AUTH_TWIN_URL: twinUrl,
});

/**
 * Puts a function into the network of Auth and lets it call Auth over gRPC. Address, certificate and network are read from SSM
 * when the stack is deployed, so that it can be deployed without the stacks that create them, which exist only on AWS.
 */
export function placeBesideAuth(caller: LonjaFunction, { stage, twinUrl }: { stage: Stage; twinUrl: string }) {
  const settings = authClientSettings({ ...placeInNetwork(caller, stage), twinUrl });
  for (const [name, value] of Object.entries(settings)) caller.addEnvironment(name, value);
}

/** Puts a function into the network of the gRPC services, with the right to read the certificate that it shows them. */
export function placeInNetwork(caller: LonjaFunction, stage: Stage): Pick<AuthAddress, 'target' | 'certificateArn'> {
  const parameter = (name: string) => StringParameter.valueForStringParameter(caller, name);
  const target = parameter(authTargetParameter(stage.name));
  const certificateArn = parameter(callerCertificateParameter(stage.name));
  const resource = caller.node.defaultChild;
  if (!(resource instanceof CfnFunction)) throw new Error(`${caller.node.path} is not a Lambda function`);
  resource.vpcConfig = {
    subnetIds: Fn.split(',', parameter(callerSubnetsParameter(stage.name))),
    securityGroupIds: [parameter(callerSecurityGroupParameter(stage.name))],
  };
  caller.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [certificateArn] }));
  caller.addToRolePolicy(
    new PolicyStatement({
      actions: [
        'ec2:AssignPrivateIpAddresses',
        'ec2:CreateNetworkInterface',
        'ec2:DeleteNetworkInterface',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
        'ec2:UnassignPrivateIpAddresses',
      ],
      resources: ['*'],
    }),
  );
  return { target, certificateArn };
}

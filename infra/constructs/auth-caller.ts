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
  /** The secret with the certificate to show and the authorities to trust. */
  certificateArn: string;
  /** Where the REST twins are, with `/api/v1` and without a slash after it: asked when gRPC is out. */
  twinUrl: string;
};

/** The settings that the Auth client of the kernel reads. */
export const authClientSettings = ({ target, certificateArn, twinUrl }: AuthAddress) => ({
  AUTH_GRPC_TARGET: target,
  AUTH_TLS_SECRET_ARN: certificateArn,
  AUTH_TLS_SERVER_NAME: grpcServerName('auth'),
  AUTH_TWIN_URL: twinUrl,
});

/**
 * Places a function where it can call Auth over gRPC. Address, certificate and network are read from SSM when the stack is
 * deployed, so that the stacks which make them stay out of a deployment that has none.
 */
export function placeBesideAuth(caller: LonjaFunction, { stage, twinUrl }: { stage: Stage; twinUrl: string }) {
  const parameter = (name: string) => StringParameter.valueForStringParameter(caller, name);
  const certificateArn = parameter(callerCertificateParameter(stage.name));
  const settings = authClientSettings({ target: parameter(authTargetParameter(stage.name)), certificateArn, twinUrl });
  for (const [name, value] of Object.entries(settings)) caller.addEnvironment(name, value);
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
}

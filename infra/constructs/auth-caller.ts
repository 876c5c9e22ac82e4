import { Fn } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { authTargetParameter, callerSecurityGroupParameter, callerSubnetsParameter } from '../parameter-names.ts';
import type { Stage } from '../stages.ts';
import type { LonjaFunction } from './lonja-function.ts';

/**
 * Places a function where it can call Auth over gRPC. Address and network are read from SSM when the stack is deployed, so
 * that the stacks which make them stay out of a deployment that has none.
 */
export function placeBesideAuth(caller: LonjaFunction, stage: Stage) {
  const parameter = (name: string) => StringParameter.valueForStringParameter(caller, name);
  caller.addEnvironment('AUTH_GRPC_TARGET', parameter(authTargetParameter(stage.name)));
  const resource = caller.node.defaultChild;
  if (!(resource instanceof CfnFunction)) throw new Error(`${caller.node.path} is not a Lambda function`);
  resource.vpcConfig = {
    subnetIds: Fn.split(',', parameter(callerSubnetsParameter(stage.name))),
    securityGroupIds: [parameter(callerSecurityGroupParameter(stage.name))],
  };
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

import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { constructId } from '../construct-id.ts';
import { grpcServerName } from '../grpc-addresses.ts';
import { healthTargetsParameter, inventoryTargetParameter } from '../parameter-names.ts';
import { placeInNetwork } from './auth-caller.ts';
import type { LonjaFunction } from './lonja-function.ts';
import { replaceableUrl } from './replaceable-url.ts';
import type { System } from './system.ts';

/** Any answer from there shows that it works. */
const stripeUrl = 'https://api.stripe.com';

/**
 * Lets a function ask whether each dependency works, and nothing else: it may read no item that exists, no message and no secret but
 * the certificate that it shows to the gRPC services. Queues and state machine belong to later stacks, so their names are in an SSM
 * parameter and the right to ask about them is part of the last stack.
 */
export function allowHealthChecks(caller: LonjaFunction, { stage, data, api, saga, events }: System): void {
  const stack = Stack.of(caller);
  const { target, certificateArn } = placeInNetwork(caller, stage);
  const tables = [...data.allTables];
  const buses = [...data.buses];
  const parameters = [healthTargetsParameter(stage.name), inventoryTargetParameter(stage.name)];
  const settings = {
    AUTH_GRPC_TARGET: target,
    AUTH_TLS_SECRET_ARN: certificateArn,
    AUTH_TLS_SERVER_NAME: grpcServerName('auth'),
    INVENTORY_SERVER_NAME: grpcServerName('inventory'),
    HEALTH_TABLES: stack.toJsonString(Object.fromEntries(tables.map(([name, { tableName }]) => [name, tableName]))),
    HEALTH_BUSES: stack.toJsonString(Object.fromEntries(buses.map(([name, { eventBusName }]) => [name, eventBusName]))),
    HEALTH_TARGETS_PARAMETER: healthTargetsParameter(stage.name),
    INVENTORY_TARGET_PARAMETER: inventoryTargetParameter(stage.name),
    SENDER_EMAIL: stage.senderEmail,
  };
  for (const [name, value] of Object.entries(settings)) caller.addEnvironment(name, value);
  caller.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:GetItem'],
      resources: tables.map(([, { tableArn }]) => tableArn),
      conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['HEALTH'] } },
    }),
  );
  caller.addToRolePolicy(
    new PolicyStatement({ actions: ['events:DescribeEventBus'], resources: buses.map(([, { eventBusArn }]) => eventBusArn) }),
  );
  caller.addToRolePolicy(
    new PolicyStatement({
      actions: ['ssm:GetParameters'],
      resources: parameters.map((name) => stack.formatArn({ service: 'ssm', resource: `parameter${name}` })),
    }),
  );
  caller.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:GetEmailIdentity'],
      resources: [stack.formatArn({ service: 'ses', resource: 'identity', resourceName: stage.senderEmail })],
    }),
  );
  const queues = [...events.queues];
  new StringParameter(events, 'HealthTargets', {
    parameterName: healthTargetsParameter(stage.name),
    stringValue: events.toJsonString({
      queues: Object.fromEntries(queues.map(([name, { queueUrl }]) => [name, queueUrl])),
      stateMachineArn: saga.machine.stateMachineArn,
      paymentProviderUrl:
        api.paymentProviderUrl === undefined ? stripeUrl : replaceableUrl(events, 'PaymentProviderUrl', api.paymentProviderUrl),
      carrierUrl: replaceableUrl(events, 'CarrierUrl', api.carrierUrl),
    }),
  });
  caller.role?.attachInlinePolicy(
    new Policy(events, constructId(...caller.node.path.split('/'), 'checks-health'), {
      statements: [
        new PolicyStatement({ actions: ['sqs:GetQueueAttributes'], resources: queues.map(([, { queueArn }]) => queueArn) }),
        new PolicyStatement({ actions: ['states:DescribeStateMachine'], resources: [saga.machine.stateMachineArn] }),
      ],
    }),
  );
}

import { RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  CfnAccount,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct, IConstruct } from 'constructs';
import type { Stage } from '../stages.ts';

export type LoggedRestApiProps = { stage: Stage; description: string };

/** A regional REST API that limits its callers and writes one JSON line a request. */
export class LoggedRestApi extends RestApi {
  /**
   * The address without a trailing slash, so that paths can be appended as they are. The stage's name is written out: a reference
   * would make a function behind the API wait for the stage, which waits for the function.
   */
  readonly baseUrl: string;

  constructor(scope: Construct, id: string, { stage, description }: LoggedRestApiProps) {
    const accessLog = new LogGroup(scope, `${id}AccessLog`, {
      retention: stage.logRetentionDays,
      removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    super(scope, id, {
      description,
      cloudWatchRole: false,
      endpointTypes: [EndpointType.REGIONAL],
      deployOptions: {
        stageName: stage.name,
        throttlingRateLimit: stage.requestsPerSecond.steady,
        throttlingBurstLimit: stage.requestsPerSecond.burst,
        loggingLevel: MethodLoggingLevel.ERROR,
        // Bodies and tokens stay out of the logs.
        dataTraceEnabled: false,
        tracingEnabled: true,
        metricsEnabled: true,
        accessLogDestination: new LogGroupLogDestination(accessLog),
        accessLogFormat: accessLogFormat(),
      },
    });
    this.baseUrl = `https://${this.restApiId}.execute-api.${this.stack.region}.${this.stack.urlSuffix}/${stage.name}`;
    // Its own output has a made-up name and a trailing slash.
    this.node.tryRemoveChild('Endpoint');
    this.deploymentStage.node.addDependency(gatewayLogging(this.stack));
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-APIG3',
        reason: 'The stage limits requests; a web ACL, at 5 USD a month and more, is the operator’s choice.',
      },
      {
        id: 'AwsSolutions-COG4',
        reason: 'Callers are authorized by our own Auth service, or by the signature of their request.',
      },
    );
  }
}

/**
 * API Gateway writes logs by a role that is set once for an account and region; both APIs of the stack wait for it. It stays when the
 * stack goes, in every stage: another stage of the account may have come to write its logs by it.
 */
function gatewayLogging(stack: Stack): IConstruct {
  const made = stack.node.tryFindChild('GatewayLogging');
  if (made !== undefined) return made;
  const role = new Role(stack, 'GatewayLoggingRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
  });
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    reason: 'The policy that API Gateway asks for; it may write logs and nothing else.',
  });
  const account = new CfnAccount(stack, 'GatewayLogging', { cloudWatchRoleArn: role.roleArn });
  for (const kept of [role, account]) kept.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return account;
}

function accessLogFormat(): AccessLogFormat {
  return AccessLogFormat.custom(
    JSON.stringify({
      requestId: AccessLogField.contextRequestId(),
      method: AccessLogField.contextHttpMethod(),
      path: AccessLogField.contextPath(),
      route: AccessLogField.contextResourcePath(),
      status: AccessLogField.contextStatus(),
      latencyMs: AccessLogField.contextResponseLatency(),
      responseBytes: AccessLogField.contextResponseLength(),
      authorizerStatus: AccessLogField.contextAuthorizerStatus(),
      organizationId: AccessLogField.contextAuthorizer('organizationId'),
      userId: AccessLogField.contextAuthorizer('userId'),
      errorType: AccessLogField.contextErrorResponseType(),
    }),
  );
}

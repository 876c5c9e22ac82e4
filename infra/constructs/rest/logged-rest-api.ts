import { RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  ApiKeySourceType,
  CfnAccount,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct, IConstruct } from 'constructs';
import type { Stage } from '../../stages.ts';

export type LoggedRestApiProps = { stage: Stage; description: string };

/** A regional REST API that limits the rate of requests and logs each one as a JSON line. */
export class LoggedRestApi extends RestApi {
  /**
   * The URL without a trailing slash, so that paths can be appended. It spells out the name of the stage: with a reference, a
   * function behind the API that needs the URL would wait for the stage, which waits for the function.
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
      // The key under which a call is counted comes from the authorizer; a client cannot choose it.
      apiKeySourceType: ApiKeySourceType.AUTHORIZER,
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
    // The output that it creates has a generated name and a trailing slash.
    this.node.tryRemoveChild('Endpoint');
    this.deploymentStage.node.addDependency(gatewayLogging(this.stack));
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-APIG3',
        reason: 'The stage limits requests. A web ACL costs 5 USD a month and more, and is the choice of the operator.',
      },
      {
        id: 'AwsSolutions-COG4',
        reason: 'Our own Auth service authorizes callers, or the signature of their request does.',
      },
    );
  }
}

/**
 * API Gateway writes logs with a role that is set once for each account and region; both APIs of the stack wait for it. It stays when
 * the stack is deleted, in every stage: another stage of the account may be using it by then.
 */
function gatewayLogging(stack: Stack): IConstruct {
  const existing = stack.node.tryFindChild('GatewayLogging');
  if (existing !== undefined) return existing;
  const role = new Role(stack, 'GatewayLoggingRole', {
    assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
  });
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
    reason: 'The policy that API Gateway requires. It only allows writing logs.',
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
      meterKeyId: AccessLogField.contextIdentityApiKeyId(),
      errorType: AccessLogField.contextErrorResponseType(),
    }),
  );
}

import { CfnOutput, Validations } from 'aws-cdk-lib';
import { LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { DomainTable } from './data/domain-table.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { LonjaFunction } from './lonja-function.ts';
import { allowProviderSecret } from './provider-secret.ts';
import { LoggedRestApi } from './rest/logged-rest-api.ts';

export type PaymentSimulatorProps = { stage: Stage; key: IKey; secret: ISecret };

/** A payment provider for stages that must not charge anyone: its own API, and a Lambda that calls back as a provider does. */
export class PaymentSimulator extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { stage, key, secret }: PaymentSimulatorProps) {
    super(scope, id);
    const table = new DomainTable(this, 'Table', { stage, key, publishes: false });
    const callbacks = new LonjaFunction(this, 'Callbacks', {
      stage,
      entry: 'functions/platform/payment-simulator/callbacks.ts',
      timeoutSeconds: 60,
      environment: { TABLE_NAME: table.tableName },
    });
    callbacks.configureAsyncInvoke({
      // The function itself tries again, and the shop asks about a charge that nobody reports.
      retryAttempts: 0,
      onFailure: new SqsDestination(new DeadLetterQueue(this, 'LostCallbacks')),
    });
    const rest = new LonjaFunction(this, 'Rest', {
      stage,
      entry: 'functions/platform/payment-simulator/rest.ts',
      timeoutSeconds: 10,
      environment: { TABLE_NAME: table.tableName, CALLBACK_FUNCTION_NAME: callbacks.functionName },
    });
    rest.addToRolePolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [callbacks.functionArn] }));
    for (const part of [rest, callbacks]) {
      table.allowCommits(part);
      allowProviderSecret(part, secret);
    }
    const api = new LoggedRestApi(this, 'Api', { stage, description: 'Simulated payment provider' });
    api.root.addProxy({ defaultIntegration: new LambdaIntegration(rest, { scopePermissionToMethod: false }) });
    Validations.of(api).acknowledge(
      { id: 'AwsSolutions-APIG2', reason: 'The simulator answers invalid requests as a provider would.' },
      { id: 'AwsSolutions-APIG4', reason: 'Requests carry a signature that the Lambda checks.' },
    );
    this.url = api.baseUrl;
    new CfnOutput(this, 'Url', { value: this.url }).overrideLogicalId('SimulatorUrl');
    new CfnOutput(this, 'ApiId', { value: api.restApiId }).overrideLogicalId('SimulatorApiId');
    new CfnOutput(this, 'TableName', { value: table.tableName }).overrideLogicalId('SimulatorTableName');
  }
}

import { CfnOutput, CfnParameter, Stack, Validations } from 'aws-cdk-lib';
import { LambdaIntegration } from 'aws-cdk-lib/aws-apigateway';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { allowCarrierSecret } from './carrier-secret.ts';
import { DomainTable } from './data/domain-table.ts';
import { DeadLetterQueue } from './dead-letter-queue.ts';
import { LonjaFunction } from './lonja-function.ts';
import { LoggedRestApi } from './rest/logged-rest-api.ts';
import { ScheduledInvocation } from './scheduled-invocation.ts';

export type CarrierSimulatorProps = { stage: Stage; key: IKey; secret: ISecret };

const fourHours = 4 * 60 * 60;

/** A carrier for stages that send nothing: its own API, and a Lambda that moves parcels and reports them as a carrier does. */
export class CarrierSimulator extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { stage, key, secret }: CarrierSimulatorProps) {
    super(scope, id);
    const stepSeconds = new CfnParameter(Stack.of(this), 'CarrierStepSeconds', {
      type: 'Number',
      default: fourHours,
      minValue: 1,
      description: 'How long the simulated carrier takes for one step of a parcel',
    });
    const table = new DomainTable(this, 'Table', { stage, key, publishes: false });
    const environment = { TABLE_NAME: table.tableName, CARRIER_STEP_SECONDS: stepSeconds.valueAsString };
    const movements = new LonjaFunction(this, 'Movements', {
      stage,
      entry: 'functions/platform/carrier-simulator/movements.ts',
      timeoutSeconds: 120,
      environment,
    });
    new ScheduledInvocation(this, 'Schedule', {
      target: movements,
      everyMinutes: 5,
      deadLetterQueue: new DeadLetterQueue(this, 'LostMovements'),
    });
    const rest = new LonjaFunction(this, 'Rest', {
      stage,
      entry: 'functions/platform/carrier-simulator/rest.ts',
      timeoutSeconds: 10,
      environment: { ...environment, MOVEMENTS_FUNCTION_NAME: movements.functionName },
    });
    rest.addToRolePolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [movements.functionArn] }));
    for (const part of [rest, movements]) {
      table.allowCommits(part);
      allowCarrierSecret(part, secret);
    }
    const api = new LoggedRestApi(this, 'Api', { stage, description: 'Simulated carrier' });
    api.root.addProxy({ defaultIntegration: new LambdaIntegration(rest, { scopePermissionToMethod: false }) });
    Validations.of(api).acknowledge(
      { id: 'AwsSolutions-APIG2', reason: 'The simulator answers invalid requests as a carrier would.' },
      { id: 'AwsSolutions-APIG4', reason: 'Requests carry a signature that the Lambda checks.' },
    );
    this.url = api.baseUrl;
    new CfnOutput(this, 'Url', { value: this.url }).overrideLogicalId('CarrierUrl');
    new CfnOutput(this, 'ApiId', { value: api.restApiId }).overrideLogicalId('CarrierApiId');
    new CfnOutput(this, 'TableName', { value: table.tableName }).overrideLogicalId('CarrierTableName');
  }
}

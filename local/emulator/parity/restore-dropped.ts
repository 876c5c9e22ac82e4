import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRequestValidatorCommand,
  GetMethodCommand,
  GetResourcesCommand,
  GetRestApiCommand,
  GetStagesCommand,
  UpdateMethodCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import {
  DescribeContinuousBackupsCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  UpdateContinuousBackupsCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { AssembledStack } from '../../deploy/assembly.ts';
import type { AwsSettings } from '../aws-settings.ts';
import { type DroppedKind, type DroppedProperties, droppedOf } from './dropped-properties.ts';

/**
 * Sets what the emulator dropped of the deployed templates through the services' own APIs, and reads each value back.
 * @throws when a value does not stay, so that nothing runs on an incomplete copy of AWS
 */
export async function restoreDropped(
  aws: AwsSettings,
  stacks: readonly AssembledStack[],
  drops: readonly DroppedKind[],
): Promise<void> {
  for (const { stackName, template } of stacks) {
    const dropped = droppedOf(template, drops);
    const resourceIds = await resourceIdsOf(aws, stackName);
    const idOf = (logicalId: string) => {
      const id = resourceIds.get(logicalId);
      if (id === undefined) throw new Error(`${stackName} has no resource ${logicalId} after its deployment`);
      return id;
    };
    await restoreKeySources(aws, dropped, idOf);
    await Promise.all([restoreTables(aws, dropped, idOf), restoreValidation(aws, dropped, idOf)]);
  }
}

type IdOf = (logicalId: string) => string;

async function resourceIdsOf(aws: AwsSettings, StackName: string): Promise<Map<string, string>> {
  const { StackResources = [] } = await new CloudFormationClient(aws).send(new DescribeStackResourcesCommand({ StackName }));
  return new Map(
    StackResources.map(({ LogicalResourceId, PhysicalResourceId }) => [LogicalResourceId ?? '', PhysicalResourceId ?? '']),
  );
}

async function restoreTables(aws: AwsSettings, { tables }: DroppedProperties, idOf: IdOf): Promise<void> {
  const dynamo = new DynamoDBClient(aws);
  await Promise.all(
    tables.map(async ({ table, expiryAttribute, pointInTimeRecovery }) => {
      const TableName = idOf(table);
      if (expiryAttribute !== undefined) {
        const TimeToLiveSpecification = { Enabled: true, AttributeName: expiryAttribute };
        await dynamo.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
        const { TimeToLiveDescription } = await dynamo.send(new DescribeTimeToLiveCommand({ TableName }));
        mustBe(`${table}: expiry attribute`, expiryAttribute, TimeToLiveDescription?.AttributeName);
      }
      if (pointInTimeRecovery) {
        const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
        await dynamo.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
        const { ContinuousBackupsDescription } = await dynamo.send(new DescribeContinuousBackupsCommand({ TableName }));
        const { PointInTimeRecoveryStatus } = ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
        mustBe(`${table}: point-in-time recovery`, 'ENABLED', PointInTimeRecoveryStatus);
      }
    }),
  );
}

async function restoreKeySources(aws: AwsSettings, { keySources }: DroppedProperties, idOf: IdOf): Promise<void> {
  const gateway = new APIGatewayClient(aws);
  for (const { api, source } of keySources) {
    const restApiId = idOf(api);
    const patchOperations = [{ op: 'replace' as const, path: '/apiKeySource', value: source }];
    await gateway.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
    mustBe(`${api}: source of API keys`, source, (await gateway.send(new GetRestApiCommand({ restApiId }))).apiKeySource);
  }
}

async function restoreValidation(aws: AwsSettings, { validators, methods }: DroppedProperties, idOf: IdOf): Promise<void> {
  const gateway = new APIGatewayClient(aws);
  const made = new Map<string, string>();
  for (const { validator, api, body, parameters } of validators) {
    const settings = { restApiId: idOf(api), name: validator, validateRequestBody: body, validateRequestParameters: parameters };
    made.set(validator, (await gateway.send(new CreateRequestValidatorCommand(settings))).id ?? '');
  }
  const apis = new Set(methods.map(({ api }) => idOf(api)));
  for (const restApiId of apis) {
    const { items = [] } = await gateway.send(new GetResourcesCommand({ restApiId, limit: 500 }));
    const rootId = items.find(({ path }) => path === '/')?.id;
    for (const { resource, httpMethod, validator } of methods.filter(({ api }) => idOf(api) === restApiId)) {
      const method = { restApiId, resourceId: resource === undefined ? rootId : idOf(resource), httpMethod };
      const value = made.get(validator);
      await gateway.send(
        new UpdateMethodCommand({ ...method, patchOperations: [{ op: 'replace', path: '/requestValidatorId', value }] }),
      );
      mustBe(
        `${httpMethod} ${resource}: request validator`,
        value,
        (await gateway.send(new GetMethodCommand(method))).requestValidatorId,
      );
    }
    // A stage shows changes only after a new deployment.
    const { item: stages = [] } = await gateway.send(new GetStagesCommand({ restApiId }));
    for (const { stageName } of stages) await gateway.send(new CreateDeploymentCommand({ restApiId, stageName }));
  }
}

function mustBe(what: string, expected: string | undefined, found: string | undefined): void {
  if (expected !== found) throw new Error(`the emulator did not keep a value: ${what} should be ${expected}, but is ${found}`);
}

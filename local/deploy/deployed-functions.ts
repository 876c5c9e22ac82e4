import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import type { AwsSettings } from '../emulator/aws-settings.ts';

/** A deployed function. Its description names its entry, since CloudFormation makes up the physical name. */
export type DeployedFunction = {
  name: string;
  /** The source file of its handler, relative to the repository. */
  entry: string;
  logGroup: string;
  environment: Record<string, string>;
};

/** Every function that the templates deployed. Several may share an entry: each domain has its own outbox relay. */
export async function deployedFunctions(aws: AwsSettings): Promise<DeployedFunction[]> {
  const found: DeployedFunction[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client: new LambdaClient(aws) }, {})) {
    for (const { FunctionName: name = '', Description: entry = '', LoggingConfig, Environment } of Functions) {
      const logGroup = LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`;
      found.push({ name, entry, logGroup, environment: Environment?.Variables ?? {} });
    }
  }
  return found;
}

import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import type { AwsSettings } from '../emulator/aws-settings.ts';

/** A deployed function, found by the entry its description names: physical names are CloudFormation's own. */
export type DeployedFunction = {
  name: string;
  /** The source file of its handler, from the repository's root. */
  entry: string;
  logGroup: string;
  environment: Record<string, string>;
};

/** Every function that the templates deployed; an outbox relay is there once a domain. */
export async function deployedFunctions(aws: AwsSettings): Promise<DeployedFunction[]> {
  const found: DeployedFunction[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client: new LambdaClient(aws) }, {})) {
    for (const { FunctionName: name = '', Description: entry = '', LoggingConfig, Environment } of Functions) {
      found.push({
        name,
        entry,
        logGroup: LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
        environment: Environment?.Variables ?? {},
      });
    }
  }
  return found;
}

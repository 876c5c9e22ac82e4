import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import type { AwsSettings } from './aws-settings.ts';

export type DeployedFunction = {
  functionName: string;
  /** The source file of its handler, from the repository's root: each function's description names it. */
  entry: string;
  environment: Record<string, string>;
};

/** Every function that the templates deployed; an outbox relay is there once a domain. */
export async function deployedFunctions(aws: AwsSettings): Promise<DeployedFunction[]> {
  const found: DeployedFunction[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client: new LambdaClient(aws) }, {})) {
    for (const { FunctionName = '', Description = '', Environment } of Functions) {
      found.push({ functionName: FunctionName, entry: Description, environment: Environment?.Variables ?? {} });
    }
  }
  return found;
}

import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { deployedFunctions } from '../local/deploy/deployed-functions.ts';
import type { AwsSettings } from '../local/emulator/aws-settings.ts';

/** Ends the processes of all functions by setting their environment again: the next call of each is a cold start, as after a deployment. */
export async function coolDown(aws: AwsSettings): Promise<void> {
  const lambda = new LambdaClient(aws);
  for (const { name, environment } of await deployedFunctions(aws)) {
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment: { Variables: environment } }));
  }
}

import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { type DeployedFunction, deployedFunctions } from '../local/deploy/deployed-functions.ts';
import type { AwsSettings } from '../local/emulator/aws-settings.ts';

/**
 * Ends the processes of all functions, by setting their environment again: the next call of each is a cold start, as after a deployment.
 * `changed` may give them another environment.
 */
export async function coolDown(
  aws: AwsSettings,
  changed: (one: DeployedFunction) => Record<string, string> = ({ environment }) => environment,
): Promise<void> {
  const lambda = new LambdaClient(aws);
  for (const one of await deployedFunctions(aws)) {
    await lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: one.name, Environment: { Variables: changed(one) } }),
    );
  }
}

import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import type { AwsSettings } from '../emulator/aws-settings.ts';
import { deployedFunctions } from './deployed-functions.ts';

const variable = 'AUTH_TWIN_URL';

/**
 * Tells the functions that call Auth where its REST twins are on this machine. They are part of the API whose address they would have to
 * know: on AWS the templates compute it, here it is only known after the deployment.
 */
export async function tellAuthTwinAddress(aws: AwsSettings, url: string): Promise<void> {
  const lambda = new LambdaClient(aws);
  for (const { name, environment } of await deployedFunctions(aws)) {
    if (environment[variable] === undefined) continue;
    const Variables = { ...environment, [variable]: url };
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment: { Variables } }));
  }
}

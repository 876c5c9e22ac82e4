import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import type { AwsSettings } from '../emulator/aws-settings.ts';
import { deployedFunctions } from './deployed-functions.ts';

const variable = 'AUTH_TWIN_URL';

/**
 * Sets the address of Auth's REST twins in every function that calls Auth. The twins are part of the same API as those functions: on AWS
 * the template computes the address, here it is known only after the deployment.
 */
export async function setAuthTwinUrl(aws: AwsSettings, url: string): Promise<void> {
  const lambda = new LambdaClient(aws);
  for (const { name, environment } of await deployedFunctions(aws)) {
    if (environment[variable] === undefined) continue;
    const Variables = { ...environment, [variable]: url };
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment: { Variables } }));
  }
}

import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import type { AwsSettings } from '../emulator/aws-settings.ts';
import { deployedFunctions } from './deployed-functions.ts';

/**
 * Sets the addresses of APIs, by the variable that holds each, in every function deployed so far that reads it. These functions are in
 * the same stack as the APIs: on AWS the template computes the addresses, here they are known only after the deployment.
 */
export async function setOwnAddresses(aws: AwsSettings, addresses: Readonly<Record<string, string>>): Promise<void> {
  const lambda = new LambdaClient(aws);
  for (const { name, environment } of await deployedFunctions(aws)) {
    const known = Object.entries(addresses).filter(([variable]) => environment[variable] !== undefined);
    if (known.length === 0) continue;
    const Variables = { ...environment, ...Object.fromEntries(known) };
    await lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment: { Variables } }));
  }
}

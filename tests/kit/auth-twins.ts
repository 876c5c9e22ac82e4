import { UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { lambda } from './aws.ts';
import { functionOf } from './system.ts';

/** Runs `meanwhile` while the REST twins of Auth cannot reach their table. */
export async function withoutAuthTwins<Result>(meanwhile: () => Promise<Result>): Promise<Result> {
  const { name, environment } = await functionOf('functions/auth/twins.ts');
  const set = (Variables: Record<string, string>) =>
    lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName: name, Environment: { Variables } }));
  await set({ ...environment, TABLE_NAME: 'no-such-table' });
  try {
    return await meanwhile();
  } finally {
    await set(environment);
  }
}

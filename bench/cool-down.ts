import { LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { type DeployedFunction, deployedFunctions } from '../local/deploy/deployed-functions.ts';
import type { AwsSettings } from '../local/emulator/aws-settings.ts';

type CoolDown = {
  /** Gives a function another environment. */
  changed?: (one: DeployedFunction) => Record<string, string>;
  /** Which functions; all of them if it is left out. */
  meant?: (one: DeployedFunction) => boolean;
};

/** Ends the processes of functions, by setting their environment again: the next call of each is a cold start, as after a deployment. */
export async function coolDown(
  aws: AwsSettings,
  { changed = ({ environment }) => environment, meant = () => true }: CoolDown = {},
): Promise<void> {
  const lambda = new LambdaClient(aws);
  for (const one of (await deployedFunctions(aws)).filter(meant)) {
    await lambda.send(
      new UpdateFunctionConfigurationCommand({ FunctionName: one.name, Environment: { Variables: changed(one) } }),
    );
  }
}

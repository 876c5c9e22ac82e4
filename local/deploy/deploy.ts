import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localStacks, type StackId } from '../../infra/stack-ids.ts';
import { awsEnvironment } from '../emulator/aws-settings.ts';
import { runTool } from '../process/command.ts';
import { type AccountSettings, prepareAccount } from './account.ts';
import { type AssembledStack, assembledStack } from './assembly.ts';
import { setOwnAddresses } from './own-addresses.ts';
import { outputNamed, type StackOutputs } from './stack-outputs.ts';

export type Deployment = AccountSettings & {
  assemblyFolder: string;
  /** Where the CDK CLI writes its outputs and its log. */
  folder: string;
  restApiUrl(apiId: string): string;
  chargeTimeoutSeconds: number;
  retryWaitSeconds: number;
  carrierStepSeconds: number;
  signal: AbortSignal;
};

export type Deployed = { restUrl: string; outputs: StackOutputs; stacks: readonly AssembledStack[] };

/**
 * Deploys the synthesized templates as they are, with the CDK CLI. The addresses of the APIs are known only once they exist, so the
 * other stacks that have a parameter for one are deployed last.
 */
export async function deploy(deployment: Deployment): Promise<Deployed> {
  const { assemblyFolder, chargeTimeoutSeconds, retryWaitSeconds, carrierStepSeconds, restApiUrl } = deployment;
  await prepareAccount(deployment);
  const stacks = localStacks.map((id) => assembledStack(assemblyFolder, id));
  const [needAddresses, first] = partition(
    stacks,
    (stack) => stack.id !== apiStack && addressParameters.some((name) => hasParameter(stack, name)),
  );
  const settings = {
    ChargeTimeoutSeconds: String(chargeTimeoutSeconds),
    RetryWaitSeconds: String(retryWaitSeconds),
    // The emulator knows a new key at once.
    MeterSettleSeconds: '0',
    CarrierStepSeconds: String(carrierStepSeconds),
    PushServices: localPushServices,
  };
  const withApis = await deployStacks(deployment, first, settings);

  const restUrl = restApiUrl(outputNamed(withApis, 'RestApiId'));
  const addresses = {
    RestUrl: restUrl,
    PaymentProviderUrl: restApiUrl(outputNamed(withApis, 'SimulatorApiId')),
    CarrierUrl: restApiUrl(outputNamed(withApis, 'CarrierApiId')),
  };
  await setOwnAddresses(deployment.aws, {
    AUTH_TWIN_URL: `${restUrl}/api/v1`,
    PAYMENT_PROVIDER_URL: addresses.PaymentProviderUrl,
  });
  const outputs = { ...withApis, ...(await deployStacks(deployment, needAddresses, { ...settings, ...addresses })) };
  return { restUrl, outputs, stacks };
}

/** Has the APIs. Where its own functions call them, the addresses are set in the functions themselves. */
const apiStack: StackId = 'Api';

/** Any port of this machine: nothing sends to the push services of real browsers. */
const localPushServices = 'http://127.0.0.1';

/** Parameters that templates have for addresses of APIs. On AWS they are left empty, and the templates compute the addresses. */
const addressParameters = ['RestUrl', 'PaymentProviderUrl', 'CarrierUrl'];

const hasParameter = ({ template }: AssembledStack, name: string) => Object.hasOwn(template.Parameters ?? {}, name);

function partition<Item>(items: readonly Item[], belongs: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(belongs), items.filter((item) => !belongs(item))];
}

async function deployStacks(
  { aws, assemblyFolder, folder, signal }: Deployment,
  stacks: readonly AssembledStack[],
  values: Readonly<Record<string, string>>,
): Promise<StackOutputs> {
  const ids = stacks.map(({ id }) => id);
  const outputsFile = join(folder, `outputs-${ids.join('-')}.json`);
  const options = [
    '--exclusively',
    '--require-approval=never',
    '--method=direct',
    '--no-notices',
    '--no-version-reporting',
    '--progress=events',
  ];
  // The CLI selects stacks by id but parameters by stack name, and silently drops a parameter of a name that it does not know.
  const parameters = stacks.flatMap((stack) =>
    Object.entries(values)
      .filter(([name]) => hasParameter(stack, name))
      .flatMap(([name, value]) => ['--parameters', `${stack.stackName}:${name}=${value}`]),
  );
  await runTool('cdk', ['deploy', ...ids, '--app', assemblyFolder, '--outputs-file', outputsFile, ...options, ...parameters], {
    logFile: join(folder, `deploy-${ids.join('-')}.log`),
    signal,
    env: { CI: '1', ...awsEnvironment(aws.endpoint) },
  });
  const written: Record<string, Record<string, string>> = JSON.parse(readFileSync(outputsFile, 'utf8'));
  return Object.fromEntries(stacks.map(({ id, stackName }) => [id, written[stackName] ?? {}]));
}

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { localStacks } from '../infra/stack-ids.ts';
import { assembledStack } from './assembly.ts';
import { type AwsSettings, awsSettings } from './aws-settings.ts';
import { buildOnce } from './build.ts';
import { deploy, required, type StackOutputs } from './deploy.ts';
import { deployedFunctions } from './deployed-functions.ts';
import { isAlive } from './file-lock.ts';
import { holdPort } from './free-port.ts';
import { type GrpcAuth, grpcAuth } from './grpc-auth-process.ts';
import { runningMiniStack, startMiniStack } from './ministack.ts';
import { pythonEnvironment } from './python-environment.ts';
import { restoreParity } from './restore-parity.ts';
import { localSubfolder } from './workspace.ts';

const stage = 'dev';
const never = new AbortController().signal;

export type WorldOptions = {
  /** Begins the name of its folder. */
  name: string;
  /** How long a charge may take before payment is asked how it ended. */
  chargeTimeoutSeconds?: number;
  /** How long the saga waits before a failed charge is tried again. */
  retryWaitSeconds?: number;
  /** An emulator that runs already; without it one is started, and stopped with the world. */
  endpoint?: string;
  /** Wraps each step, for whoever shows how far it is. */
  step?: Step;
  /** Gives up between two steps, and ends the tool that runs. */
  signal?: AbortSignal;
};

export type Step = <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;

/** The whole system on this machine, on ports of its own. */
export type World = {
  /** `${restUrl}/api/v1/...` reaches the REST API. */
  restUrl: string;
  awsEndpoint: string;
  /** `host:port` of gRPC Auth. */
  authGrpc: string;
  /** Its process: can be ended and started again, on the same port. */
  auth: GrpcAuth;
  stackOutputs: StackOutputs;
  /** Logs of the emulator, of the deployment and of gRPC Auth; gone when the world has stopped. */
  folder: string;
  /** Ends every process of it; says so with an error if one stays. */
  stop(): Promise<void>;
};

/**
 * Builds, starts and deploys everything. What was started is stopped again when a later step fails; its logs stay then.
 * Times are shortened by the templates' own parameters, not by other code.
 */
export async function startWorld(options: WorldOptions): Promise<World> {
  const started = new AsyncDisposableStack();
  const folder = worldFolder(options.name);
  try {
    const running = await start(options, folder, started);
    return {
      ...running,
      folder,
      async stop() {
        await started.disposeAsync();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await started.disposeAsync();
    // Logs are for whoever wants to know why it failed.
    if (options.signal?.aborted) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function start(
  { chargeTimeoutSeconds = 20, retryWaitSeconds = 2, endpoint, step = (_title, work) => work(), signal = never }: WorldOptions,
  folder: string,
  started: AsyncDisposableStack,
): Promise<Omit<World, 'folder' | 'stop'>> {
  const inStep: Step = (title, work) => {
    signal.throwIfAborted();
    return step(title, work);
  };

  const { assemblyFolder, grpcAuthFile } = await inStep('Bundle and synthesize', async () => {
    const [build] = await Promise.all([buildOnce(signal), endpoint === undefined ? pythonEnvironment(signal) : undefined]);
    return build;
  });
  const emulator = await inStep('Start the emulator', () =>
    endpoint === undefined ? startMiniStack(folder) : runningMiniStack(endpoint),
  );
  started.defer(() => emulator.stop());

  const held = await holdPort();
  started.defer(() => held.release());
  const authGrpc = `127.0.0.1:${held.port}`;
  const aws = awsSettings(emulator.endpoint);
  const restApiUrl = (apiId: string) => emulator.restApiUrl(apiId, stage);
  const stackOutputs = await inStep('Deploy the stacks', () =>
    deploy({ aws, stage, assemblyFolder, folder, authGrpc, restApiUrl, chargeTimeoutSeconds, retryWaitSeconds, signal }),
  );
  await inStep('Set what the emulator dropped', () =>
    restoreParity(
      aws,
      localStacks.map((id) => assembledStack(assemblyFolder, id)),
    ),
  );

  const env = await grpcEnvironment(aws, required(stackOutputs.Data, 'AuthTableName'));
  const auth = grpcAuth({ file: grpcAuthFile, port: held.port, folder, env });
  started.defer(() => auth.stop());
  await inStep('Start gRPC Auth', async () => {
    await held.release();
    await auth.start();
  });
  return {
    restUrl: restApiUrl(required(stackOutputs.Api, 'RestApiId')),
    awsEndpoint: emulator.endpoint,
    authGrpc,
    auth,
    stackOutputs,
  };
}

/** As the container of the service on AWS gets it; the issuer is the one that the deployed functions check. */
async function grpcEnvironment(aws: AwsSettings, tableName: string): Promise<Record<string, string>> {
  const signer = (await deployedFunctions(aws)).find(({ entry }) => entry === 'functions/auth/rest.ts');
  return {
    STAGE: stage,
    POWERTOOLS_SERVICE_NAME: 'grpc-auth',
    TABLE_NAME: tableName,
    TOKEN_ISSUER: required(signer?.environment, 'TOKEN_ISSUER'),
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: aws.region,
    AWS_ACCESS_KEY_ID: aws.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.credentials.secretAccessKey,
  };
}

/** A new folder; those of processes that were killed are removed. */
function worldFolder(name: string): string {
  const worlds = localSubfolder('worlds');
  for (const folder of readdirSync(worlds)) {
    const pid = Number(folder.split('.')[1]);
    if (!isAlive(pid)) rmSync(join(worlds, folder), { recursive: true, force: true });
  }
  return mkdtempSync(join(worlds, `${name}.${process.pid}.`));
}

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assembledStack } from './assembly.ts';
import { awsSettings } from './aws-settings.ts';
import { buildOnce } from './build.ts';
import { deploy, localStacks, required, type StackOutputs } from './deploy.ts';
import { deployedFunctions } from './deployed-functions.ts';
import type { Emulator } from './emulator.ts';
import { isAlive } from './file-lock.ts';
import { holdPort } from './free-port.ts';
import { startGrpcAuth } from './grpc-process.ts';
import { miniStackAt, startMiniStack } from './ministack.ts';
import { pythonEnvironment } from './python-environment.ts';
import { restoreParity } from './restore-parity.ts';
import { localSubfolder } from './workspace.ts';

const stage = 'dev';

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
export async function startWorld({
  name,
  chargeTimeoutSeconds = 20,
  retryWaitSeconds = 2,
  endpoint,
  step = (_title, work) => work(),
  signal = new AbortController().signal,
}: WorldOptions): Promise<World> {
  await using started = new AsyncDisposableStack();
  const folder = worldFolder(name);
  const inStep: Step = (title, work) => {
    signal.throwIfAborted();
    return step(title, work);
  };

  const { assemblyFolder, grpcAuthFile } = await inStep('Bundle and synthesize', async () => {
    const [build] = await Promise.all([buildOnce(signal), endpoint === undefined ? pythonEnvironment(signal) : undefined]);
    return build;
  });
  const emulator = await inStep('Start the emulator', () => emulatorFor(folder, endpoint));
  started.defer(() => emulator.stop());
  const held = await holdPort();
  started.defer(() => held.release());
  const authGrpc = `127.0.0.1:${held.port}`;
  const aws = awsSettings(emulator.endpoint);
  const restApiUrl = (apiId: string) => emulator.restApiUrl(apiId, stage);
  const stackOutputs = await inStep('Deploy the stacks', () =>
    deploy({ aws, stage, assemblyFolder, folder, authGrpc, restApiUrl, chargeTimeoutSeconds, retryWaitSeconds, signal }),
  );
  await inStep('Restore what the emulator dropped', () =>
    restoreParity(
      aws,
      localStacks.map((id) => assembledStack(assemblyFolder, id)),
    ),
  );
  await inStep('Start gRPC Auth', async () => {
    const env = await grpcEnvironment(emulator, required(stackOutputs.Data, 'AuthTableName'));
    await held.release();
    const grpcAuth = await startGrpcAuth({ file: grpcAuthFile, port: held.port, folder, env });
    started.defer(() => grpcAuth.stop());
  });

  const running = started.move();
  return {
    restUrl: restApiUrl(required(stackOutputs.Api, 'RestApiId')),
    awsEndpoint: emulator.endpoint,
    authGrpc,
    stackOutputs,
    folder,
    async stop() {
      await running.disposeAsync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function emulatorFor(folder: string, endpoint: string | undefined): Promise<Emulator> {
  return endpoint === undefined ? startMiniStack(folder) : miniStackAt(endpoint);
}

/** As the container of the service on AWS gets it; the issuer is the one that the deployed functions check. */
async function grpcEnvironment({ endpoint }: Emulator, tableName: string): Promise<Record<string, string>> {
  const aws = awsSettings(endpoint);
  const signer = (await deployedFunctions(aws)).find(({ entry }) => entry === 'functions/auth/rest.ts');
  return {
    STAGE: stage,
    POWERTOOLS_SERVICE_NAME: 'grpc-auth',
    TABLE_NAME: tableName,
    TOKEN_ISSUER: required(signer?.environment, 'TOKEN_ISSUER'),
    AWS_ENDPOINT_URL: endpoint,
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

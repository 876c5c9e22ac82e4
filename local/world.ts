import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type GrpcServiceName, grpcServerName } from '../infra/grpc-addresses.ts';
import { localStacks } from '../infra/stack-ids.ts';
import { assembledStack } from './deploy/assembly.ts';
import { buildOnce } from './deploy/build.ts';
import { deploy, required, type StackOutputs } from './deploy/deploy.ts';
import { deployedFunctions } from './deploy/deployed-functions.ts';
import { type GrpcCertificates, makeGrpcCertificates } from './deploy/grpc-certificates.ts';
import { type AwsSettings, awsSettings } from './emulator/aws-settings.ts';
import { runningMiniStack, startMiniStack } from './emulator/ministack/ministack.ts';
import { restoreParity } from './emulator/ministack/restore-parity.ts';
import { pythonEnvironment } from './emulator/python-environment.ts';
import { isAlive } from './process/file-lock.ts';
import { holdPort } from './process/free-port.ts';
import { type GrpcProcess, grpcProcess, tlsSettings } from './process/grpc-process.ts';
import { localSubfolder } from './process/workspace.ts';

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
  auth: GrpcProcess;
  /** `host:port` of gRPC Inventory. */
  inventoryGrpc: string;
  inventory: GrpcProcess;
  /** Where the services answer `/metrics` and `/health/grpc`. */
  grpcHttp: Record<GrpcServiceName, string>;
  /** What both services and their callers show to each other; files in `folder`. */
  certificates: GrpcCertificates;
  stackOutputs: StackOutputs;
  /** Logs of the emulator, of the deployment and of the gRPC services; gone when the world has stopped. */
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

  const { assemblyFolder, grpcFiles } = await inStep('Bundle and synthesize', async () => {
    const [build] = await Promise.all([buildOnce(signal), endpoint === undefined ? pythonEnvironment(signal) : undefined]);
    return build;
  });
  const emulator = await inStep('Start the emulator', () =>
    endpoint === undefined ? startMiniStack(folder) : runningMiniStack(endpoint),
  );
  started.defer(() => emulator.stop());

  const certificates = await makeGrpcCertificates(join(folder, 'certificates'), new Date().toISOString());
  const ports = { auth: await holdPort(), inventory: await holdPort() };
  const httpPorts = { auth: await holdPort(), inventory: await holdPort() };
  const allPorts = [...Object.values(ports), ...Object.values(httpPorts)];
  for (const held of allPorts) started.defer(() => held.release());
  const authGrpc = `127.0.0.1:${ports.auth.port}`;
  const aws = awsSettings(emulator.endpoint);
  const restApiUrl = (apiId: string) => emulator.restApiUrl(apiId, stage);
  const callerCertificate = certificates.caller;
  const stackOutputs = await inStep('Deploy the stacks', () =>
    deploy({
      aws,
      stage,
      assemblyFolder,
      folder,
      authGrpc,
      callerCertificate,
      restApiUrl,
      chargeTimeoutSeconds,
      retryWaitSeconds,
      signal,
    }),
  );
  await inStep('Set what the emulator dropped', () =>
    restoreParity(
      aws,
      localStacks.map((id) => assembledStack(assemblyFolder, id)),
    ),
  );

  const restUrl = restApiUrl(required(stackOutputs.Api, 'RestApiId'));
  const environments = await grpcEnvironments({ aws, certificates, authGrpc, restUrl, data: stackOutputs.Data });
  const processOf = (service: GrpcServiceName) =>
    grpcProcess({
      service,
      file: grpcFiles[service],
      port: ports[service].port,
      httpPort: httpPorts[service].port,
      folder,
      certificates,
      env: environments[service],
    });
  const [auth, inventory] = [processOf('auth'), processOf('inventory')];
  started.defer(async () => void (await Promise.all([auth.stop(), inventory.stop()])));
  await inStep('Start gRPC Auth and Inventory', async () => {
    await Promise.all(allPorts.map((held) => held.release()));
    await Promise.all([auth.start(), inventory.start()]);
  });
  return {
    restUrl,
    awsEndpoint: emulator.endpoint,
    authGrpc,
    auth,
    inventoryGrpc: `127.0.0.1:${ports.inventory.port}`,
    grpcHttp: { auth: `http://127.0.0.1:${httpPorts.auth.port}`, inventory: `http://127.0.0.1:${httpPorts.inventory.port}` },
    inventory,
    certificates,
    stackOutputs,
  };
}

type GrpcWorld = {
  aws: AwsSettings;
  certificates: GrpcCertificates;
  authGrpc: string;
  restUrl: string;
  /** Of the Data stack. */
  data: Record<string, string>;
};

/** What the containers of the services get on AWS; the issuer is the one that the deployed functions check. */
async function grpcEnvironments({ aws, certificates, authGrpc, restUrl, data }: GrpcWorld) {
  const signer = (await deployedFunctions(aws)).find(({ entry }) => entry === 'functions/auth/sign-in.ts');
  const settings = {
    STAGE: stage,
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: aws.region,
    AWS_ACCESS_KEY_ID: aws.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.credentials.secretAccessKey,
  };
  return {
    auth: {
      ...settings,
      TABLE_NAME: required(data, 'AuthTableName'),
      TOKEN_ISSUER: required(signer?.environment, 'TOKEN_ISSUER'),
    },
    inventory: {
      ...settings,
      TABLE_NAME: required(data, 'InventoryTableName'),
      AUTH_GRPC_TARGET: authGrpc,
      AUTH_TWIN_URL: `${restUrl}/api/v1`,
      AUTH_TLS_SERVER_NAME: grpcServerName('auth'),
      ...tlsSettings('AUTH_TLS', certificates.inventory),
    },
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

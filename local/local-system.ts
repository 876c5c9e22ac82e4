import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GrpcServiceName } from '../infra/grpc-addresses.ts';
import { buildOnce } from './deploy/build.ts';
import { type Deployed, deploy } from './deploy/deploy.ts';
import { type GrpcCertificates, makeGrpcCertificates } from './deploy/grpc-certificates.ts';
import { grpcEnvironment } from './deploy/grpc-environment.ts';
import { perService } from './deploy/grpc-services.ts';
import type { StackOutputs } from './deploy/stack-outputs.ts';
import { awsSettings } from './emulator/aws-settings.ts';
import { emulator } from './emulator/chosen-emulator.ts';
import { restoreDropped } from './emulator/parity/restore-dropped.ts';
import { runningEmulator, startEmulator } from './emulator/running-emulator.ts';
import { say } from './process/foreground.ts';
import { holdPort } from './process/free-port.ts';
import { type GrpcProcess, grpcProcess } from './process/grpc-process.ts';
import { makeRunFolder } from './process/run-folder.ts';

const stage = 'dev';
const never = new AbortController().signal;

export type LocalSystemOptions = {
  /** Begins the name of its folder. */
  name: string;
  /** How long a charge may take before payment is asked how it ended. */
  chargeTimeoutSeconds?: number;
  /** How long the saga waits before it tries a failed charge again. */
  retryWaitSeconds?: number;
  /** How long the simulated carrier takes for one step of a parcel that was handed over. */
  carrierStepSeconds?: number;
  /** An emulator that somebody else started; without it one is started, and stopped with the system. */
  endpoint?: string;
  /** Runs each step of the start; replace it to show progress. */
  step?: Step;
  /** Gives up between two steps, and ends the tool that runs. */
  signal?: AbortSignal;
};

export type Step = <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;

export type GrpcService = GrpcProcess & {
  /** `host:port`. */
  address: string;
  /** Base URL of its `/metrics` and `/health/grpc`. */
  httpUrl: string;
};

/** What the developer's session does around a restart of the emulator, which loses everything that was stored. */
export type RestartHooks = {
  /** Called when the emulator has ended. */
  lost(): void;
  /** Called when everything is deployed again, to put back the data that the session needs. */
  restore(): Promise<void>;
};

/** The whole system on this machine, on ports of its own. */
export type LocalSystem = {
  /** `${restUrl()}/api/v1/...` reaches the REST API. Another one after the emulator was restarted. */
  restUrl(): string;
  stackOutputs(): StackOutputs;
  awsEndpoint: string;
  grpc: Record<GrpcServiceName, GrpcService>;
  /** The certificates of the services and of their callers: files in `folder`. */
  certificates: GrpcCertificates;
  /** Logs of the emulator, the deployment and the gRPC services. Removed when the system is stopped. */
  folder: string;
  /**
   * Waits for work that uses the system. Rejects as soon as the system cannot go on, because one of its processes ended and may not be
   * restarted: with that reason, rather than with what it caused in the work.
   */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Restarts the emulator from now on when it ends, and deploys again. Before this call, its end is the system's end. */
  keepEmulatorRunning(hooks: RestartHooks): void;
  /** Ends every process of it. @throws when one does not end */
  stop(): Promise<void>;
};

/**
 * Builds, starts and deploys everything. When a step fails, what was started before is stopped again; the logs stay. Times are shortened
 * by the templates' own parameters, not by other code.
 */
export async function startLocalSystem(options: LocalSystemOptions): Promise<LocalSystem> {
  const started = new AsyncDisposableStack();
  const folder = makeRunFolder(options.name);
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const failure = Promise.withResolvers<never>();
  // Also when nobody waits for it: the end of a process must not become an unhandled rejection.
  failure.promise.catch(() => {});
  const during: LocalSystem['during'] = (work) => orReason(Promise.race([work, failure.promise]), failure.promise);
  try {
    const running = await orReason(start(options, folder, started, failure.reject), failure.promise);
    return { ...running, during, folder, stop: () => started.disposeAsync().then(removeFolder) };
  } catch (error) {
    await started.disposeAsync();
    if (options.signal?.aborted) removeFolder();
    throw error;
  }
}

/** The work often notices the end of a process a moment before its parent does. */
const noticedWithinMs = 500;

/** When the work fails because the system has failed, rejects with the system's reason. */
async function orReason<Result>(work: Promise<Result>, failed: Promise<never>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    await Promise.race([sleep(noticedWithinMs), failed]);
    throw error;
  }
}

async function start(
  {
    chargeTimeoutSeconds = 20,
    retryWaitSeconds = 2,
    carrierStepSeconds = 1,
    endpoint,
    step = (_title, work) => work(),
    signal = never,
  }: LocalSystemOptions,
  folder: string,
  started: AsyncDisposableStack,
  giveUp: (error: Error) => void,
): Promise<Omit<LocalSystem, 'during' | 'folder' | 'stop'>> {
  const inStep: Step = (title, work) => {
    signal.throwIfAborted();
    return step(title, work);
  };

  const build = await inStep('Bundle and synthesize', async () => {
    const [built] = await Promise.all([buildOnce(signal), endpoint === undefined ? emulator.prepare(signal) : undefined]);
    return built;
  });
  const aws = await inStep('Start the emulator', () =>
    endpoint === undefined ? startEmulator(folder, giveUp) : runningEmulator(endpoint),
  );
  started.defer(() => aws.stop());

  const certificates = await makeGrpcCertificates(join(folder, 'certificates'), new Date().toISOString());
  const grpcPorts = await perService(async () => ({ grpc: await holdPort(), http: await holdPort() }));
  const heldPorts = Object.values(grpcPorts).flatMap(({ grpc, http }) => [grpc, http]);
  for (const held of heldPorts) started.defer(() => held.release());
  const grpc = await perService((service): GrpcService => {
    const { grpc: held, http } = grpcPorts[service];
    return {
      ...grpcProcess({ service, port: held.port, httpPort: http.port, folder, certificates, say, giveUp }),
      address: `127.0.0.1:${held.port}`,
      httpUrl: `http://127.0.0.1:${http.port}`,
    };
  });

  const settings = {
    aws: awsSettings(aws.endpoint),
    stage,
    certificates,
    authGrpc: grpc.auth.address,
    inventoryGrpc: grpc.inventory.address,
  };
  const deployAll = (assemblyFolder: string, deploySignal: AbortSignal) =>
    deploy({
      ...settings,
      assemblyFolder,
      folder,
      callerCertificate: certificates.caller,
      restApiUrl: (apiId) => emulator.restApiUrl(aws.endpoint, apiId, stage),
      chargeTimeoutSeconds,
      retryWaitSeconds,
      carrierStepSeconds,
      signal: deploySignal,
    });
  const setDropped = ({ stacks }: Deployed) => restoreDropped(settings.aws, stacks, emulator.drops);
  const startGrpc = (files: Record<GrpcServiceName, string>, on: Deployed) =>
    perService(async (service) => {
      const env = await grpcEnvironment(service, { ...settings, deployed: on });
      await grpc[service].start({ file: files[service], env });
    });
  const stopGrpc = () => perService((service) => grpc[service].stop());

  let deployed = await inStep('Deploy the stacks', () => deployAll(build.assemblyFolder, signal));
  await inStep('Set what the emulator dropped', () => setDropped(deployed));
  started.defer(async () => void (await stopGrpc()));
  await inStep('Start the gRPC services', async () => {
    await Promise.all(heldPorts.map((held) => held.release()));
    await startGrpc(build.grpcFiles, deployed);
  });

  return {
    restUrl: () => deployed.restUrl,
    stackOutputs: () => deployed.outputs,
    awsEndpoint: aws.endpoint,
    grpc,
    certificates,
    keepEmulatorRunning({ lost, restore }) {
      const supervision = aws.keepRunning(async (restartSignal) => {
        // They would keep asking for tables that are gone.
        await stopGrpc();
        // The sources may have changed since the start.
        const { assemblyFolder, grpcFiles } = await buildOnce(restartSignal);
        deployed = await deployAll(assemblyFolder, restartSignal);
        await setDropped(deployed);
        await startGrpc(grpcFiles, deployed);
        await restore();
      }, lost);
      // Stopped before the services, so that a restart in progress does not start them again.
      started.defer(() => supervision.end());
    },
  };
}

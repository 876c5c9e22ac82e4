import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { bundleFolder } from '../../infra/bundle.ts';
import { type AwsSettings, awsSettings } from '../emulator/aws-settings.ts';
import type { LocalSystem } from '../local-system.ts';
import { eventually } from '../process/eventually.ts';
import { repositoryFolder } from '../process/workspace.ts';
import { deployedFunctions } from './deployed-functions.ts';
import { outputNamed } from './stack-outputs.ts';
import { zipOf } from './zip.ts';

const idleWithinMs = 5_000;

/** Replaces what runs by the new bundles of these entries, gRPC services included. Returns the names of what was replaced. */
export async function hotSwap(system: LocalSystem, entries: readonly string[]): Promise<string[]> {
  const aws = awsSettings(system.awsEndpoint);
  await untilIdle(aws, outputNamed(system.stackOutputs(), 'StateMachineArn'));
  const lambda = new LambdaClient(aws);
  const changed = (await deployedFunctions(aws)).filter(({ entry }) => entries.includes(entry));
  await Promise.all(
    changed.map(({ name, entry }) => {
      const code = readFileSync(join(repositoryFolder, bundleFolder(entry), 'index.mjs'));
      return lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: zipOf('index.mjs', code) }));
    }),
  );
  const restarted = Object.entries(system.grpc).filter(([service]) => entries.includes(`grpc-${service}/main.ts`));
  await Promise.all(
    restarted.map(([service, { start }]) => start({ file: join(repositoryFolder, 'dist', `grpc-${service}`, 'index.mjs') })),
  );
  return [...changed.map(({ name }) => name), ...restarted.map(([service]) => `grpc-${service}`)];
}

/** Waits a moment for running orders: the emulator cuts off a call when its function's code changes. */
async function untilIdle(aws: AwsSettings, stateMachineArn: string): Promise<void> {
  const stepFunctions = new SFNClient(aws);
  const noneRuns = async () => {
    const { executions = [] } = await stepFunctions.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }));
    return executions.length === 0;
  };
  await eventually('no running order', noneRuns, { withinMs: idleWithinMs }).catch(() => {});
}

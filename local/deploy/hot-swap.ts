import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LambdaClient, UpdateFunctionCodeCommand } from '@aws-sdk/client-lambda';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { bundleFolder } from '../../infra/bundle.ts';
import { type AwsSettings, awsSettings } from '../emulator/aws-settings.ts';
import { eventually } from '../process/eventually.ts';
import { repositoryFolder } from '../process/workspace.ts';
import type { World } from '../world.ts';
import { required } from './deploy.ts';
import { deployedFunctions } from './deployed-functions.ts';
import { zipOf } from './zip.ts';

const grpcServices = ['auth', 'inventory'] as const;
const patienceMs = 5_000;

/** Puts the bundles of these entries in place of what runs, the gRPC services included. Answers with the names of what was changed. */
export async function hotSwap(world: World, entries: readonly string[]): Promise<string[]> {
  const aws = awsSettings(world.awsEndpoint);
  await untilIdle(aws, required(world.stackOutputs.Saga, 'StateMachineArn'));
  const lambda = new LambdaClient(aws);
  const changed = (await deployedFunctions(aws)).filter(({ entry }) => entries.includes(entry));
  await Promise.all(
    changed.map(({ name, entry }) => {
      const code = readFileSync(join(repositoryFolder, bundleFolder(entry), 'index.mjs'));
      return lambda.send(new UpdateFunctionCodeCommand({ FunctionName: name, ZipFile: zipOf('index.mjs', code) }));
    }),
  );
  const restarted = grpcServices.filter((service) => entries.includes(`grpc-${service}/main.ts`));
  await Promise.all(
    restarted.map((service) => world[service].start(join(repositoryFolder, 'dist', `grpc-${service}`, 'index.mjs'))),
  );
  return [...changed.map(({ name }) => name), ...restarted.map((service) => `grpc-${service}`)];
}

/** The emulator ends a call whose code is changed under it: orders under way may end first, unless they take long. */
async function untilIdle(aws: AwsSettings, stateMachineArn: string): Promise<void> {
  const stepFunctions = new SFNClient(aws);
  const noneRuns = async () => {
    const { executions = [] } = await stepFunctions.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }));
    return executions.length === 0;
  };
  await eventually('no order under way', noneRuns, { withinMs: patienceMs }).catch(() => {});
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  GetAuthorizersCommand,
  GetResourcesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { build } from 'esbuild';
import { awsSettings } from '../local/emulator/aws-settings.ts';
import { emulatorCredentials, emulatorRegion } from '../local/emulator/emulator.ts';
import { runTool } from '../local/process/command.ts';
import type { World } from '../local/world.ts';

export type BarePeer = {
  /** Runs one execution to its end; answers its own duration and the time until the caller saw the end, in ms. */
  runMachine(pollMs: number): Promise<{ executionMs: number; seenMs: number }>;
  /** Path of the bare function's route in the main API, behind the same authorizer. */
  path: string;
};

/** Deploys the peers beside the system, on the same emulator. */
export async function deployBarePeer(world: World): Promise<BarePeer> {
  await build({
    entryPoints: { 'bare-function/index': 'bench/bare-function.ts' },
    outdir: 'dist/bench',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  });
  const outputsFile = join(world.folder, 'bare-outputs.json');
  const options = ['--require-approval=never', '--method=direct', '--no-notices', '--outputs-file', outputsFile];
  await runTool('cdk', ['deploy', '--app', 'node bench/bare-app.ts', '--output', join(world.folder, 'bare.out'), ...options], {
    logFile: join(world.folder, 'deploy-bare.log'),
    env: {
      CI: '1',
      AWS_ENDPOINT_URL: world.awsEndpoint,
      AWS_REGION: emulatorRegion,
      AWS_ACCESS_KEY_ID: emulatorCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: emulatorCredentials.secretAccessKey,
    },
  });
  const outputs: Record<string, Record<string, string>> = JSON.parse(readFileSync(outputsFile, 'utf8'));
  const { MachineArn = '', FunctionArn = '' } = outputs['lonja-bench-bare'] ?? {};
  await addRoute(world, FunctionArn);
  const client = new SFNClient(awsSettings(world.awsEndpoint));
  return { runMachine: (pollMs) => runMachine(client, MachineArn, pollMs), path: '/api/v1/bare' };
}

async function runMachine(client: SFNClient, stateMachineArn: string, pollMs: number) {
  const startedAt = performance.now();
  const { executionArn } = await client.send(new StartExecutionCommand({ stateMachineArn, input: '{}' }));
  for (;;) {
    const { status, startDate, stopDate } = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'SUCCEEDED' && startDate && stopDate) {
      return { executionMs: stopDate.getTime() - startDate.getTime(), seenMs: performance.now() - startedAt };
    }
    if (status !== 'RUNNING') throw new Error(`the bare machine ended ${status}`);
    if (performance.now() - startedAt > 60_000) throw new Error('the bare machine does not end');
    await pause(pollMs);
  }
}

/** GET /api/v1/bare in the main API, behind its authorizer, answered by a function that does nothing. */
async function addRoute({ awsEndpoint, stackOutputs }: World, functionArn: string): Promise<void> {
  const client = new APIGatewayClient(awsSettings(awsEndpoint));
  const restApiId = stackOutputs.Api.RestApiId ?? '';
  const { items = [] } = await client.send(new GetResourcesCommand({ restApiId, limit: 500 }));
  const parentId = items.find(({ path }) => path === '/api/v1')?.id;
  const { items: authorizers = [] } = await client.send(new GetAuthorizersCommand({ restApiId }));
  const { id: resourceId } = await client.send(new CreateResourceCommand({ restApiId, parentId, pathPart: 'bare' }));
  const route = { restApiId, resourceId, httpMethod: 'GET' };
  await client.send(new PutMethodCommand({ ...route, authorizationType: 'CUSTOM', authorizerId: authorizers[0]?.id }));
  await client.send(
    new PutIntegrationCommand({
      ...route,
      type: 'AWS_PROXY',
      integrationHttpMethod: 'POST',
      uri: `arn:aws:apigateway:${emulatorRegion}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
    }),
  );
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: stackOutputs.Api.RestStage ?? 'dev' }));
}

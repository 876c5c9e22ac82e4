import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateResourceCommand,
  GetAuthorizersCommand,
  GetResourcesCommand,
  GetStagesCommand,
  PutIntegrationCommand,
  PutMethodCommand,
} from '@aws-sdk/client-api-gateway';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { build } from 'esbuild';
import { outputNamed } from '../../local/deploy/stack-outputs.ts';
import { awsEnvironment, awsSettings, emulatorRegion } from '../../local/emulator/aws-settings.ts';
import type { LocalSystem } from '../../local/local-system.ts';
import { runTool } from '../../local/process/command.ts';

export type BarePeer = {
  /** Runs one execution to its end. Returns its own duration and the time until the caller saw the end. */
  runMachine(pollMs: number): Promise<{ executionMs: number; seenMs: number }>;
  /** The path of the bare function's route in the main API, behind the same authorizer. */
  path: string;
};

/** Deploys the peers beside the system, on the same emulator. */
export async function deployBarePeer(system: LocalSystem): Promise<BarePeer> {
  await build({
    entryPoints: { 'bare-function/index': 'bench/peer/bare-function.ts' },
    outdir: 'dist/bench',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);" },
  });
  const outputsFile = join(system.folder, 'bare-outputs.json');
  const options = ['--require-approval=never', '--method=direct', '--no-notices', '--outputs-file', outputsFile];
  await runTool(
    'cdk',
    ['deploy', '--app', 'node bench/peer/bare-app.ts', '--output', join(system.folder, 'bare.out'), ...options],
    {
      logFile: join(system.folder, 'deploy-bare.log'),
      env: { CI: '1', ...awsEnvironment(system.awsEndpoint) },
    },
  );
  const outputs: Record<string, Record<string, string>> = JSON.parse(readFileSync(outputsFile, 'utf8'));
  const { MachineArn = '', FunctionArn = '' } = outputs['lonja-bench-bare'] ?? {};
  await addRoute(system, FunctionArn);
  const client = new SFNClient(awsSettings(system.awsEndpoint));
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

/** Adds GET /api/v1/bare to the main API, behind its authorizer, with a function that does nothing. */
async function addRoute({ awsEndpoint, stackOutputs }: LocalSystem, functionArn: string): Promise<void> {
  const client = new APIGatewayClient(awsSettings(awsEndpoint));
  const restApiId = outputNamed(stackOutputs(), 'RestApiId');
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
  const { item: stages = [] } = await client.send(new GetStagesCommand({ restApiId }));
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: stages[0]?.stageName }));
}

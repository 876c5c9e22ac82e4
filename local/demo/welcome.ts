import { relative } from 'node:path';
import { styleText } from 'node:util';
import { repositoryFolder } from '../process/workspace.ts';
import type { World } from '../world.ts';
import { grpcLines } from './grpc-lines.ts';
import type { DemoMarket } from './seed.ts';

/** What runs where, who may sign in, and lines to paste. */
export function welcomeLines(world: World, market: DemoMarket, elapsedSeconds: string): string[] {
  const { restUrl, authGrpc, inventoryGrpc, grpcHttp, awsEndpoint, folder } = world;
  const { organizationId, name, users } = market;
  return [
    styleText('bold', `${name} is open after ${elapsedSeconds} s`),
    `  REST API       ${restUrl}/api/v1`,
    `  gRPC Auth      ${authGrpc}      ${grpcHttp.auth}/metrics`,
    `  gRPC Inventory ${inventoryGrpc}      ${grpcHttp.inventory}/metrics`,
    `  AWS endpoint   ${awsEndpoint}`,
    `  logs           ${relative(repositoryFolder, folder)}`,
    '  for scripts    .local/outputs.json',
    '',
    `  organization   ${organizationId}`,
    ...Object.values(users).map((user) => `  ${user.roles.join(', ').padEnd(14)} ${user.email}  ${user.password}`),
    '',
    ...grpcLines(world, market).map((line) => `  ${line}`),
  ];
}

import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { DemoMarket } from './seed.ts';
import { repositoryFolder } from './workspace.ts';
import type { World } from './world.ts';

/** What runs where, who may sign in, and a line to paste. */
export function welcomeLines(
  { restUrl, authGrpc, awsEndpoint, folder }: World,
  market: DemoMarket,
  elapsedSeconds: string,
): string[] {
  const { organizationId, name, users } = market;
  const { email, password } = users.buyer;
  const login = JSON.stringify({ organizationId, email, password });
  return [
    styleText('bold', `${name} is open after ${elapsedSeconds} s`),
    `  REST API       ${restUrl}/api/v1`,
    `  gRPC Auth      ${authGrpc}`,
    `  AWS endpoint   ${awsEndpoint}`,
    `  logs           ${relative(repositoryFolder, folder)}`,
    '  for scripts    .local/outputs.json',
    '',
    `  organization   ${organizationId}`,
    ...Object.values(users).map((user) => `  ${user.roles.join(', ').padEnd(14)} ${user.email}  ${user.password}`),
    '',
    '  Sign in as the buyer:',
    `  curl -s ${restUrl}/api/v1/auth/login -H 'Content-Type: application/json' -d '${login}'`,
    '  Ask gRPC Auth how it is:',
    `  npx buf curl --protocol grpc --http2-prior-knowledge http://${authGrpc}/grpc.health.v1.Health/Check`,
  ];
}

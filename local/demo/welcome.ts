import { relative } from 'node:path';
import { styleText } from 'node:util';
import type { LocalSystem } from '../local-system.ts';
import { repositoryFolder } from '../process/workspace.ts';
import { addressesOf } from './addresses.ts';
import { grpcLines } from './grpc-lines.ts';
import type { DemoMarket } from './seed.ts';

/** The addresses of everything, the demo users, and commands to paste. `news` is the end of the first line, after the market's name. */
export function welcomeLines(system: LocalSystem, market: DemoMarket, news: string): string[] {
  const { organizationId, name, users } = market;
  return [
    styleText('bold', `${name} ${news}`),
    `  REST API       ${system.restUrl()}/api/v1`,
    ...Object.entries(system.grpc).map(
      ([service, { address, httpUrl }]) => `  gRPC ${service.padEnd(10)}${address}      ${httpUrl}/metrics`,
    ),
    `  AWS endpoint   ${system.awsEndpoint}`,
    `  logs           ${relative(repositoryFolder, system.folder)}`,
    '  for scripts    .local/outputs.json',
    '',
    `  organization   ${organizationId}`,
    ...Object.values(users).map((user) => `  ${user.roles.join(', ').padEnd(14)} ${user.email}  ${user.password}`),
    '',
    ...grpcLines(addressesOf(system), market).map((line) => `  ${line}`),
  ];
}

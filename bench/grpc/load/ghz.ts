import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Round } from '../figures.ts';

const run = promisify(execFile);

export async function hasGhz(): Promise<boolean> {
  try {
    await run('ghz', ['--version']);
    return true;
  } catch {
    return false;
  }
}

type Report = { count: number; total: number; rps: number; statusCodeDistribution: Record<string, number> };

/** One round by a load generator that nobody here wrote (https://ghz.sh). @throws when a call did not end with OK */
export async function ghzRound({
  port,
  token,
  calls,
  inFlight,
}: {
  port: number;
  token: string;
  calls: number;
  inFlight: number;
}): Promise<Round> {
  const { stdout } = await run(
    'ghz',
    [
      '--insecure',
      ...['--proto', 'protos/lonja/auth/v1/auth.proto', '--import-paths', 'protos'],
      ...['--call', 'lonja.auth.v1.AuthService/VerifyToken', '--data', JSON.stringify({ token })],
      ...['--total', String(calls), '--concurrency', String(inFlight), '--connections', '8', '--format', 'json'],
      `127.0.0.1:${port}`,
    ],
    { maxBuffer: 1 << 26 },
  );
  const { count, total, statusCodeDistribution }: Report = JSON.parse(stdout);
  if (statusCodeDistribution.OK !== count) throw new Error(`ghz: ${JSON.stringify(statusCodeDistribution)}`);
  return { count, seconds: total / 1e9 };
}

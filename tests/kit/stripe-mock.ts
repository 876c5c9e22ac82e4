/** stripe-mock: Stripe's API with answers made from its own description, which checks every parameter. */
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../local/process/free-port.ts';
import { localSubfolder } from '../../local/process/workspace.ts';

const version = 'v0.203.0';
const installTimeoutMs = 180_000;
const startTimeoutMs = 15_000;

/** Where the program is, or why there is none. It is installed with Go when it is missing. */
export async function findStripeMock(): Promise<{ program: string } | { missing: string }> {
  const folder = join(localSubfolder('stripe-mock'), version);
  const places = [...(process.env.PATH ?? '').split(delimiter), join(homedir(), 'go', 'bin'), folder];
  const found = places.map((place) => join(place, 'stripe-mock')).find((path) => existsSync(path));
  if (found !== undefined) return { program: found };
  await mkdir(folder, { recursive: true });
  try {
    await promisify(execFile)('go', ['install', `github.com/stripe/stripe-mock@${version}`], {
      env: { ...process.env, GOBIN: folder },
      timeout: installTimeoutMs,
    });
    return { program: join(folder, 'stripe-mock') };
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.message.split('\n')[0] : String(thrown);
    return { missing: `stripe-mock is not installed and Go could not install it: ${cause}` };
  }
}

/** Starts it on a free port of this machine. `stop` ends it. */
export async function startStripeMock(program: string): Promise<{ port: number; stop: () => void }> {
  const port = await freePort();
  const child = spawn(program, ['-http-addr', `127.0.0.1:${port}`], { stdio: 'ignore' });
  const stop = () => void child.kill();
  const endsAtMs = Date.now() + startTimeoutMs;
  for (;;) {
    const answered = await fetch(`http://127.0.0.1:${port}/v1/balance`).then(
      () => true,
      () => false,
    );
    if (answered) return { port, stop };
    if (Date.now() > endsAtMs || child.exitCode !== null) {
      stop();
      throw new Error('stripe-mock did not start');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endOfLog } from '../../process/command.ts';
import { freePort } from '../../process/free-port.ts';
import { MissingRequirementError } from '../../process/missing-requirement.ts';
import { type ProcessGroup, startProcessGroup } from '../../process/process-group.ts';
import { type Emulator, emulatorAccount, emulatorCredentials, emulatorRegion } from '../emulator.ts';
import { pythonEnvironment } from '../python-environment.ts';

const startTimeoutMs = 30_000;
const stopGraceMs = 5_000;
const portAttempts = 5;

/** Starts MiniStack on a free port of 127.0.0.1, from the Python environment that the project keeps for it; `folder` takes its log and temporary files. */
export async function startMiniStack(folder: string): Promise<Emulator> {
  const python = await pythonEnvironment();
  const logFile = join(folder, 'emulator.log');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  // Lambdas are unpacked in there and started by a CommonJS script, which the package.json of this repository would make a module.
  writeFileSync(join(temporary, 'package.json'), '{}');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const nonce = randomUUID();
    const group = startProcessGroup({
      command: python.command,
      args: [join(import.meta.dirname, 'ministack-process.py')],
      env: { ...python.env, ...environment({ folder, temporary, port, nonce }) },
      cwd: folder,
      logFile,
    });
    const endpoint = `http://127.0.0.1:${port}`;
    if (await isReady(endpoint, nonce, group)) {
      return { ...emulatorAt(endpoint), stop: () => group.stop(stopGraceMs) };
    }
    await group.stop(0);
    if (attempt === portAttempts) throw new Error(`MiniStack does not start. Its log ends:\n${endOfLog(logFile)}`);
  }
}

/** A MiniStack that somebody else runs: stopping it is not ours. Throws MissingRequirementError when nothing answers there. */
export async function runningMiniStack(endpoint: string): Promise<Emulator> {
  try {
    await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(5_000) });
  } catch {
    throw new MissingRequirementError(`Nothing answers at ${endpoint}: start an emulator there, or leave --endpoint out.`);
  }
  return emulatorAt(endpoint.replace(/\/$/, ''));
}

const emulatorAt = (endpoint: string): Emulator => ({
  endpoint,
  restApiUrl: (apiId, stage) => `${endpoint}/restapis/${apiId}/${stage}/_user_request_`,
  stop: async () => {},
});

type Settings = { folder: string; temporary: string; port: number; nonce: string };

/** The whole environment of the emulator: every variable in it is seen by every Lambda. */
function environment({ folder, temporary, port, nonce }: Settings): Record<string, string> {
  return {
    // Lambdas run on the first `node` found: the one that runs this.
    PATH: [dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    HOME: folder,
    TMPDIR: temporary,
    // It writes there even when it keeps nothing.
    STATE_DIR: join(temporary, 'state'),
    S3_DATA_DIR: join(temporary, 's3'),
    LANG: 'C.UTF-8',
    BIND_HOST: '127.0.0.1',
    MINISTACK_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    // Told back by the health check: an answer without it is another server's.
    MINISTACK_EDITION: nonce,
    MINISTACK_REGION: emulatorRegion,
    MINISTACK_ACCOUNT_ID: emulatorAccount,
    AWS_ACCESS_KEY_ID: emulatorCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: emulatorCredentials.secretAccessKey,
    LAMBDA_WARM_TTL_SECONDS: '30',
    // A third less memory a Lambda: some seventy of them run on a laptop at once.
    NODE_OPTIONS: '--max-semi-space-size=1',
    MALLOC_ARENA_MAX: '1',
    IOT_MTLS_ENABLED: '0',
    SFTP_ENABLED: '0',
  };
}

async function isReady(endpoint: string, nonce: string, group: ProcessGroup): Promise<boolean> {
  const deadline = Date.now() + startTimeoutMs;
  while (group.running() && Date.now() < deadline) {
    try {
      const answer = await fetch(`${endpoint}/_ministack/health`, { signal: AbortSignal.timeout(2_000) });
      const health: unknown = await answer.json();
      if (typeof health === 'object' && health !== null && 'edition' in health) return health.edition === nonce;
      return false;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

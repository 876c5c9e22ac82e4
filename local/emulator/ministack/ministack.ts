import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endOfLog } from '../../process/command.ts';
import { type ProcessGroup, startProcessGroup } from '../../process/process-group.ts';
import { emulatorAccount, emulatorCredentials, emulatorRegion } from '../aws-settings.ts';
import type { Emulator, SentEmail, SentText } from '../emulator.ts';
import { pythonEnvironment } from '../python-environment.ts';

const startTimeoutMs = 30_000;
const requestTimeoutMs = 5_000;
const requirementsFile = join(import.meta.dirname, 'requirements.txt');

/** MiniStack, from the Python environment that the project keeps for it. It keeps nothing of its state when it ends. */
export const miniStack: Emulator = {
  name: 'MiniStack',
  drops: ['time-to-live', 'point-in-time-recovery', 'request-validation', 'api-key-source'],
  prepare: async (signal) => void (await pythonEnvironment(requirementsFile, signal)),

  async start({ folder, port }) {
    const python = await pythonEnvironment(requirementsFile);
    const logFile = join(folder, 'emulator.log');
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary, { recursive: true });
    // Lambdas are unpacked there and started by a CommonJS script, which this repository's package.json would turn into a module.
    writeFileSync(join(temporary, 'package.json'), '{}');
    const nonce = randomUUID();
    const group = startProcessGroup({
      command: python.command,
      args: [join(import.meta.dirname, 'ministack-process.py')],
      env: { ...python.env, ...environment({ folder, temporary, port, nonce }) },
      cwd: folder,
      logFile,
    });
    const endpoint = `http://127.0.0.1:${port}`;
    if (await isReady(endpoint, nonce, group)) return { endpoint, group, logFile };
    await group.stop(0);
    throw new Error(`MiniStack does not start on port ${port}. Its log ends:\n${endOfLog(logFile)}`);
  },

  answers: (endpoint) =>
    get(`${endpoint}/_ministack/health`).then(
      ({ ok }) => ok,
      () => false,
    ),

  restApiUrl: (endpoint, apiId, stage) => `${endpoint}/restapis/${apiId}/${stage}/_user_request_`,

  async sentEmails(endpoint) {
    const response = await get(`${endpoint}/_ministack/ses/messages`);
    const sent: { messages: Record<string, { To: string[]; Subject: string; BodyText: string; BodyHtml: string }[]> } =
      JSON.parse(await response.text());
    return Object.values(sent.messages)
      .flat()
      .map(({ To, Subject, BodyText, BodyHtml }): SentEmail => ({ to: To, subject: Subject, text: BodyText, html: BodyHtml }));
  },

  async sentTexts(endpoint) {
    const response = await get(`${endpoint}/_ministack/sns/sms-messages`);
    return textsIn(await response.json());
  },
};

/** The messages are listed by account, region and number. */
function textsIn(listed: unknown): SentText[] {
  if (typeof listed !== 'object' || listed === null) return [];
  if ('PhoneNumber' in listed && 'Message' in listed) return [{ to: String(listed.PhoneNumber), text: String(listed.Message) }];
  return Object.values(listed).flatMap(textsIn);
}

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
    // The health check returns it: an answer without it comes from another server.
    MINISTACK_EDITION: nonce,
    MINISTACK_REGION: emulatorRegion,
    MINISTACK_ACCOUNT_ID: emulatorAccount,
    AWS_ACCESS_KEY_ID: emulatorCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: emulatorCredentials.secretAccessKey,
    LAMBDA_WARM_TTL_SECONDS: '30',
    // Saves a third of a Lambda's memory: some seventy of them run on a laptop at once.
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
      const health: unknown = await (await get(`${endpoint}/_ministack/health`)).json();
      return typeof health === 'object' && health !== null && 'edition' in health && health.edition === nonce;
    } catch {
      await sleep(50);
    }
  }
  return false;
}

const get = (url: string) => fetch(url, { signal: AbortSignal.timeout(requestTimeoutMs) });

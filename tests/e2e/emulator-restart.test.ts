import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateQueueCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { awsSettings } from '../../local/emulator/aws-settings.ts';
import { type RunningEmulator, startEmulator } from '../../local/emulator/running-emulator.ts';
import { eventually } from '../../local/process/eventually.ts';

/** An emulator beside the one of the system, so that the other tests keep theirs. */
describe('an emulator whose process is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lonja-emulator-'));
  let emulator: RunningEmulator | undefined;
  afterAll(async () => {
    await emulator?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is restarted on the same port, empty, and filled again', async () => {
    const failures: Error[] = [];
    emulator = await startEmulator(folder, (error) => failures.push(error));
    const sqs = new SQSClient(awsSettings(emulator.endpoint));
    const fill = async (QueueName: string) => void (await sqs.send(new CreateQueueCommand({ QueueName })));
    const queues = async () => (await sqs.send(new ListQueuesCommand({}))).QueueUrls?.map((url) => url.split('/').at(-1));
    await fill('first');
    const steps: string[] = [];
    const supervision = emulator.keepRunning(
      async () => {
        steps.push('fill');
        await fill('second');
      },
      () => steps.push('lost'),
    );

    process.kill(Number(emulator.pid()), 'SIGKILL');
    await eventually(
      'the queues of the restarted emulator',
      async () => steps.includes('fill') && (await queues())?.length === 1,
    );
    expect(await queues()).toEqual(['second']);
    expect(steps).toEqual(['lost', 'fill']);
    expect(failures).toEqual([]);
    await supervision.end();
  });

  it('is reported, with its log, when nothing may restart it', async () => {
    const { promise: failure, resolve: giveUp } = Promise.withResolvers<Error>();
    const other = await startEmulator(folder, giveUp);
    process.kill(Number(other.pid()), 'SIGKILL');
    expect((await failure).message).toMatch(/ended \(SIGKILL\)\. Its log says why: .*emulator\.log$/);
    await other.stop();
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { isAlive } from './file-lock.ts';
import { type ProcessGroup, startProcessGroup } from './process-group.ts';
import { type Supervision, type SupervisionOptions, supervise } from './supervise.ts';

const folder = mkdtempSync(join(tmpdir(), 'lonja-supervise-'));
afterAll(() => rmSync(folder, { recursive: true }));

const policy = { maxRestarts: 2, steadyAfterMs: 60_000, firstPauseMs: 10, maxPauseMs: 20 };

const started = (script: string): ProcessGroup =>
  startProcessGroup({
    command: '/bin/sh',
    args: ['-c', script],
    env: { PATH: '/usr/bin:/bin' },
    cwd: folder,
    logFile: join(folder, 'log'),
  });

function supervised(over: Partial<SupervisionOptions> = {}) {
  const lines: string[] = [];
  const failures: Error[] = [];
  const supervision = supervise(started('exec sleep 60'), {
    name: 'The service',
    logFile: 'the.log',
    lost: 'calls are cut off',
    restart: async () => started('exec sleep 60'),
    say: (line) => lines.push(line),
    giveUp: (error) => failures.push(error),
    policy,
    ...over,
  });
  return { supervision, lines, failures };
}

async function stop(supervision: Supervision): Promise<void> {
  await supervision.end();
  await supervision.current().stop(1_000);
}

describe('supervise', () => {
  it('restarts a killed process and says what happened', async () => {
    const { supervision, lines, failures } = supervised();
    const { pid } = supervision.current();
    process.kill(pid, 'SIGKILL');
    const next = await eventually('another process', () => supervision.current().pid !== pid && supervision.current());
    expect(next.running()).toBe(true);
    await eventually('the second line', () => lines.length === 2);
    expect(lines).toEqual(['The service ended (SIGKILL): calls are cut off. Restarting it (1 of 2).', 'The service runs again.']);
    expect(failures).toEqual([]);
    await stop(supervision);
    expect(isAlive(next.pid)).toBe(false);
  });

  it('gives up on a process that keeps ending, and says where to look', async () => {
    const { supervision, lines, failures } = supervised({ restart: async () => started('exit 3') });
    process.kill(supervision.current().pid, 'SIGKILL');
    const [error] = await eventually('the end of its patience', () => failures.length > 0 && failures);
    expect(error?.message).toBe('The service ended again after 2 restarts (exit code 3). Its log says why: the.log');
    expect(lines.filter((line) => line.includes('Restarting'))).toHaveLength(2);
  });

  it('begins anew with a process that ran for long enough', async () => {
    let nowMs = 0;
    const { supervision, lines, failures } = supervised({ clock: () => nowMs });
    for (let killed = 1; killed <= 4; killed += 1) {
      nowMs += policy.steadyAfterMs;
      process.kill(supervision.current().pid, 'SIGKILL');
      await eventually('the next process', () => lines.length === 2 * killed);
    }
    expect(lines.filter((line) => line.includes('(1 of 2)'))).toHaveLength(4);
    expect(failures).toEqual([]);
    await stop(supervision);
  });

  it('counts a failed start like another end', async () => {
    const { supervision, failures } = supervised({ restart: () => Promise.reject(new Error('the port is taken')) });
    process.kill(supervision.current().pid, 'SIGKILL');
    const [error] = await eventually('the end of its patience', () => failures.length > 0 && failures);
    expect(error?.message).toBe('The service ended again after 2 restarts (the port is taken). Its log says why: the.log');
  });

  it('does not restart what it was asked to stop', async () => {
    const { supervision, lines } = supervised();
    const { pid } = supervision.current();
    await stop(supervision);
    expect(isAlive(pid)).toBe(false);
    expect(lines).toEqual([]);
  });

  it('stops a process that is being restarted', async () => {
    const restarting = Promise.withResolvers<void>();
    const ready = Promise.withResolvers<ProcessGroup>();
    const { supervision } = supervised({
      restart: () => {
        restarting.resolve();
        return ready.promise;
      },
    });
    process.kill(supervision.current().pid, 'SIGKILL');
    await restarting.promise;
    const stopped = stop(supervision);
    const late = started('exec sleep 60');
    ready.resolve(late);
    await stopped;
    expect(isAlive(late.pid)).toBe(false);
  });
});

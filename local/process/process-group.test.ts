import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { isAlive } from './file-lock.ts';
import { startProcessGroup } from './process-group.ts';

const folder = mkdtempSync(join(tmpdir(), 'lonja-group-'));
afterAll(() => rmSync(folder, { recursive: true }));

const started = (name: string, script: string) =>
  startProcessGroup({
    command: '/bin/sh',
    args: ['-c', script],
    env: { PATH: '/usr/bin:/bin', GIVEN: 'yes' },
    cwd: folder,
    logFile: join(folder, name),
  });
const logged = (name: string) =>
  eventually('a line in the log', () => readFileSync(join(folder, name), 'utf8').trim() || undefined);

describe('startProcessGroup', () => {
  it('also ends the children of the process, even when both ignore SIGTERM', async () => {
    const group = started('stubborn', "trap '' TERM; sleep 60 & echo $!; wait");
    const grandchild = Number(await logged('stubborn'));
    expect(isAlive(grandchild)).toBe(true);
    await group.stop(100);
    expect(group.running()).toBe(false);
    expect(isAlive(grandchild)).toBe(false);
  });

  it('gives the process only the environment that it was started with', async () => {
    const group = started('environment', 'echo "$GIVEN:$HOME:"');
    expect(await logged('environment')).toBe('yes::');
    await group.stop(1_000);
  });
});

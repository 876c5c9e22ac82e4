import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { withFileLock } from './file-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'lonja-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('withFileLock', () => {
  it('lets one caller work at a time', async () => {
    const file = join(folder, 'one');
    const steps: string[] = [];
    const work = (name: string) =>
      withFileLock(file, async () => {
        steps.push(`${name} begins`);
        await sleep(30);
        steps.push(`${name} ends`);
      });
    await Promise.all([work('first'), work('second')]);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
    expect(existsSync(file)).toBe(false);
  });

  it('releases the lock when the work fails', async () => {
    const file = join(folder, 'failing');
    await expect(withFileLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('takes over the lock of a process that was killed', async () => {
    const file = join(folder, 'left');
    writeFileSync(file, String(spawnSync('true').pid));
    expect(await withFileLock(file, async () => 'done')).toBe('done');
  });
});

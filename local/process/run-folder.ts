import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './file-lock.ts';
import { localSubfolder } from './workspace.ts';

/** Creates the folder of one local run, for logs and temporary files. Removes the folders of runs that were killed. */
export function makeRunFolder(name: string): string {
  const runs = localSubfolder('runs');
  for (const folder of readdirSync(runs)) {
    const pid = Number(folder.split('.')[1]);
    if (!isAlive(pid)) rmSync(join(runs, folder), { recursive: true, force: true });
  }
  return mkdtempSync(join(runs, `${name}.${process.pid}.`));
}

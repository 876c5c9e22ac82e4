import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The clone this process runs from. */
export const repositoryFolder = join(import.meta.dirname, '../..');

/** Everything that a local run writes: the emulator's Python packages, builds, the logs of running systems. */
export const localFolder = join(repositoryFolder, '.local');

/** The folder of this name under `.local`, created if necessary. */
export function localSubfolder(...path: string[]): string {
  const folder = join(localFolder, ...path);
  mkdirSync(folder, { recursive: true });
  return folder;
}

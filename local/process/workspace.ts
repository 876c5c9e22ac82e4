import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** The clone this process runs from. */
export const repositoryFolder = join(import.meta.dirname, '../..');

/** Everything a local run leaves on disk is in here: the emulator's Python packages, built templates, running worlds. */
export const localFolder = join(repositoryFolder, '.local');

/** The folder of this name under `.local`, made if need be. */
export function localSubfolder(...path: string[]): string {
  const folder = join(localFolder, ...path);
  mkdirSync(folder, { recursive: true });
  return folder;
}

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { localFolder } from '../../../local/process/workspace.ts';

const run = promisify(execFile);

/** A Python with gRPC, installed under `.local` the first time; undefined when it cannot be had. */
export async function pythonWithGrpc(): Promise<string | undefined> {
  const folder = join(localFolder, 'python-grpc-bench');
  const python = join(folder, 'bin', 'python');
  if (existsSync(python)) return python;
  try {
    await run('python3', ['-m', 'venv', folder]);
    const requirements = join(import.meta.dirname, 'requirements.txt');
    await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements]);
    return python;
  } catch {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
}

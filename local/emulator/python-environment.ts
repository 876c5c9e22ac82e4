import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MissingRequirementError } from '../process/missing-requirement.ts';
import { localFolder, localSubfolder } from '../process/workspace.ts';

const run = promisify(execFile);
const candidates = ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];

export type PythonEnvironment = {
  command: string;
  /** Variables that a process needs to find the packages. */
  env: Record<string, string>;
};

/**
 * A Python ≥ 3.10 with the packages of a `requirements.txt`, kept under `.local` and installed there the first time. The machine's own
 * packages stay as they are. @throws MissingRequirementError when the machine lacks Python, pip or the network
 */
export async function pythonEnvironment(requirementsFile: string, signal?: AbortSignal): Promise<PythonEnvironment> {
  const python = await findPython();
  const key = createHash('sha256')
    .update(readFileSync(requirementsFile))
    .update(python.command)
    .update(python.version)
    .digest('hex')
    .slice(0, 12);
  const folder = join(localFolder, `python-${key}`);
  if (!existsSync(folder)) await install(python.command, requirementsFile, folder, signal);
  return existsSync(join(folder, 'bin'))
    ? { command: join(folder, 'bin', 'python'), env: {} }
    : { command: python.command, env: { PYTHONPATH: join(folder, 'packages') } };
}

async function findPython(): Promise<{ command: string; version: string }> {
  let tooOld: string | undefined;
  for (const command of candidates) {
    const version = await versionOf(command);
    if (version === undefined) continue;
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major === 3 && minor >= 10) return { command, version };
    tooOld ??= `${command} is ${version}`;
  }
  const missing = tooOld === undefined ? 'Python is not installed' : `Python is too old (${tooOld})`;
  throw new MissingRequirementError(`${missing}: install Python 3.10 or newer, so that python3 runs it, and start again.`);
}

async function versionOf(command: string): Promise<string | undefined> {
  try {
    const { stdout } = await run(command, ['-c', 'import platform; print(platform.python_version())']);
    return stdout.trim();
  } catch {
    return undefined;
  }
}

/** Installs into a draft folder first, so that an interrupted installation is never used and two at once do not mix. */
async function install(python: string, requirementsFile: string, folder: string, signal?: AbortSignal): Promise<void> {
  const draft = mkdtempSync(join(localSubfolder(), 'python-draft-'));
  try {
    const pip = (await canMakeVenv(python, draft, signal))
      ? { command: join(draft, 'bin', 'python'), args: [] }
      : { command: python, args: ['--target', join(draft, 'packages')] };
    await installPackages(pip.command, [...pip.args, '--requirement', requirementsFile], signal);
    rename(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Returns false where Debian's `python3-venv` is not installed. */
async function canMakeVenv(python: string, folder: string, signal?: AbortSignal): Promise<boolean> {
  try {
    await run(python, ['-m', 'venv', folder], { signal });
    return true;
  } catch {
    signal?.throwIfAborted();
    for (const part of ['bin', 'lib', 'lib64', 'include', 'pyvenv.cfg'])
      rmSync(join(folder, part), { recursive: true, force: true });
    return false;
  }
}

async function installPackages(python: string, args: readonly string[], signal?: AbortSignal): Promise<void> {
  const options = [
    '--quiet',
    '--disable-pip-version-check',
    '--no-input',
    '--no-warn-script-location',
    '--retries',
    '1',
    '--timeout',
    '20',
  ];
  try {
    await run(python, ['-m', 'pip', 'install', ...options, ...args], {
      maxBuffer: 1 << 24,
      signal,
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new MissingRequirementError(
      whyPipFailed(python, String(error instanceof Error && 'stderr' in error ? error.stderr : error)),
    );
  }
}

/** Turns what pip wrote into one line that says what to do. */
export function whyPipFailed(python: string, output: string): string {
  if (/No module named '?pip/.test(output)) {
    return `${python} has neither venv nor pip: install them (on Debian and Ubuntu: apt install python3-venv) and start again.`;
  }
  if (/connection|resolution|timed out|unreachable|Proxy|No matching distribution/i.test(output)) {
    return 'The Python packages of the emulator could not be downloaded: check the network, or the index that pip is set to, and start again.';
  }
  const log = join(localSubfolder(), 'pip.log');
  writeFileSync(log, output);
  return `The Python packages of the emulator could not be installed: pip says why in ${log}.`;
}

function rename(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    // Another process was faster; its copy is just as good.
    if (!existsSync(folder)) throw error;
  }
}

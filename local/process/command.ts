import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localSubfolder, repositoryFolder } from './workspace.ts';

/** The environment of Node tools. The developer's own AWS settings are not part of it. */
const toolEnvironment = () => ({
  PATH: [join(repositoryFolder, 'node_modules', '.bin'), process.env.PATH].join(':'),
  // Caches of the tools stay in the clone.
  HOME: localSubfolder('home'),
  TMPDIR: localSubfolder('home'),
  NO_COLOR: '1',
  // Without these, the CDK CLI sends telemetry and looks for a newer version.
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: '1',
});

export type ToolOptions = { logFile: string; env?: Record<string, string>; signal?: AbortSignal | undefined };

/** Runs a command of an installed package in the clone; its output goes to the log. @throws with the end of the log when it fails */
export async function runTool(name: string, args: readonly string[], { logFile, env, signal }: ToolOptions): Promise<void> {
  const log = openSync(logFile, 'w');
  const child = spawn(join(repositoryFolder, 'node_modules', '.bin', name), args, {
    cwd: repositoryFolder,
    env: { ...toolEnvironment(), ...env },
    stdio: ['ignore', log, log],
    signal,
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  closeSync(log);
  if (code !== 0) throw new Error(`${name} ${args[0]} failed:\n${endOfLog(logFile)}\nFull log: ${logFile}`);
}

/** The last lines of a log, for an error message. */
export function endOfLog(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}

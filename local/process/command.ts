import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localSubfolder, repositoryFolder } from './workspace.ts';

/** What the tools of Node packages need beside their arguments; nothing of the person's own AWS settings is among it. */
const toolEnvironment = () => ({
  PATH: [join(repositoryFolder, 'node_modules', '.bin'), process.env.PATH].join(':'),
  // What tools keep for themselves stays in the clone.
  HOME: localSubfolder('home'),
  TMPDIR: localSubfolder('home'),
  NO_COLOR: '1',
  // The CDK CLI reports home, looks for news and for a newer self, unless told not to.
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: '1',
});

export type ToolOptions = { logFile: string; env?: Record<string, string>; signal?: AbortSignal | undefined };

/** Runs a command of an installed package in the clone; what it writes goes to the log. @throws with the log's end when it fails */
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
  if (code !== 0) throw new Error(`${name} ${args[0]} failed:\n${endOfLog(logFile)}\nThe whole of it: ${logFile}`);
}

/** The last lines of a log, for an error message. */
export function endOfLog(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}

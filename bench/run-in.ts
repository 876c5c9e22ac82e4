import { spawn } from 'node:child_process';

/** Runs a command in a folder; its output goes to standard error. @throws when its exit code is not 0 */
export function runIn(cwd: string, program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', process.stderr.fd, process.stderr.fd] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ${args.join(' ')} ended with ${code}`))));
  });
}

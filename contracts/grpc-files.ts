import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** generated/grpc: what `buf generate` makes of the protos, by buf.gen.yaml. */
export async function grpcFiles(root: string): Promise<Map<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'lonja-grpc-'));
  try {
    const binaries = join(root, 'node_modules', '.bin');
    // The plugin is looked up on the PATH.
    const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` };
    await run(join(binaries, 'buf'), ['generate', '--output', out], { cwd: root, env, timeout: 60_000 });
    const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    return new Map(paths.sort().map((path) => [path, readFileSync(join(out, path), 'utf8')]));
  } finally {
    rmSync(out, { recursive: true });
  }
}

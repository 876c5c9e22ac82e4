import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { generatedNotice } from './types/type-file.ts';

const run = promisify(execFile);

/** generated/grpc: the code that `buf generate` makes from the protos, and their descriptors for server reflection. */
export async function grpcFiles(root: string): Promise<Map<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'lonja-grpc-'));
  try {
    const binaries = join(root, 'node_modules', '.bin');
    // The plugin is looked up on the PATH.
    const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` };
    await run(join(binaries, 'buf'), ['generate', '--output', out], { cwd: root, env, timeout: 60_000 });
    const descriptorsOf = async (name: string, folder: string) => {
      const output = join(out, `${name}.binpb`);
      const args = ['build', folder, '--as-file-descriptor-set', '--exclude-source-info', '--output', output];
      await run(join(binaries, 'buf'), args, { cwd: root, env, timeout: 60_000 });
      return readFileSync(output);
    };
    const ours = await descriptorsOf('ours', '.');
    // The services also serve gRPC's own health protocol. Sets of descriptors are joined by writing one after the other.
    const health = await descriptorsOf('health', join('node_modules', 'grpc-health-check', 'proto'));
    const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    return new Map([
      ['generated/grpc/descriptors.ts', descriptorsFile(Buffer.concat([ours, health]))],
      ...paths.sort().map((path): [string, string] => [path, readFileSync(join(out, path), 'utf8')]),
    ]);
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** The compiled protos as text, so that a service bundled into one file knows and describes its messages without reading a proto. */
const descriptorsFile = (fileDescriptorSet: Buffer) => `${generatedNotice}
/** A google.protobuf.FileDescriptorSet in base64. */
export const fileDescriptorSetBase64 =
  '${fileDescriptorSet.toString('base64')}';
`;

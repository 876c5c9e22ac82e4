import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import type { GrpcServiceName } from '../../infra/grpc-addresses.ts';
import { runTool } from '../process/command.ts';
import { withFileLock } from '../process/file-lock.ts';
import { localSubfolder, repositoryFolder } from '../process/workspace.ts';
import { perService } from './grpc-services.ts';

/** What a deployment needs, built from the sources as they are. */
export type Build = {
  /** The cloud assembly that `cdk synth` wrote: templates, and the bundles of all functions. */
  assemblyFolder: string;
  /** The bundles of the gRPC services. */
  grpcFiles: Record<GrpcServiceName, string>;
  /** Whether an earlier run had built it. */
  cached: boolean;
};

/** Every file that can change a bundle or a template. */
const sources = [
  '{functions,grpc-*,generated,events-schemas,infra,state-machines,protos}/**/*',
  '{cdk.json,package.json,package-lock.json,tsconfig.json}',
];
const keptBuilds = 3;

/** Bundles all functions in one go and synthesizes all stacks once, unless the same sources were built before. */
export function buildOnce(signal?: AbortSignal): Promise<Build> {
  const builds = localSubfolder('builds');
  return withFileLock(join(builds, 'lock'), async () => {
    const folder = join(builds, sourceHash(repositoryFolder));
    const cached = existsSync(folder);
    if (!cached) await build(folder, builds, signal);
    // `removeOld` keeps the builds that were used last.
    utimesSync(folder, new Date(), new Date());
    removeOld(builds);
    const grpcFiles = await perService((service) => join(folder, `grpc-${service}`, 'index.mjs'));
    return { assemblyFolder: join(folder, 'cdk.out'), grpcFiles, cached };
  });
}

/** One hash over the names and contents of all sources. Tests do not count. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  for (const file of files.sort()) {
    const path = join(root, file);
    if (statSync(path).isFile()) hash.update(file).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds into a draft folder first, so that an interrupted build is never used. */
async function build(folder: string, builds: string, signal?: AbortSignal): Promise<void> {
  const draft = mkdtempSync(join(builds, 'draft-'));
  try {
    await runTool('cdk', ['synth', '--quiet', '--no-notices', '--no-version-reporting', '--output', join(draft, 'cdk.out')], {
      logFile: join(builds, 'synth.log'),
      signal,
    });
    await perService((service) => {
      cpSync(join(repositoryFolder, 'dist', `grpc-${service}`), join(draft, `grpc-${service}`), { recursive: true });
    });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function removeOld(builds: string): void {
  const folders = readdirSync(builds)
    .map((name) => join(builds, name))
    .filter((path) => statSync(path).isDirectory())
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of folders.slice(keptBuilds)) rmSync(folder, { recursive: true, force: true });
}

/**
 * Bundles every Lambda and the gRPC services in one run: one `dist/<path>/index.mjs` an entry. A run per function would
 * parse the SDK as often as there are functions.
 */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type OutputFile } from 'esbuild';

const root = dirname(import.meta.dirname);
const grpcServices = ['grpc-auth/main.ts', 'grpc-inventory/main.ts'];

/** Every file that esbuild starts from, relative to the repository: what exports a Lambda's `handler`, and the gRPC services. */
export function bundleEntries(): string[] {
  const handlers = globSync('functions/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('export const handler'));
  return [...handlers, ...grpcServices.filter((file) => existsSync(join(root, file)))].sort();
}

/** The folder that holds an entry's `index.mjs`, relative to the repository. */
export const bundleFolder = (entry: string) => join('dist', entry.replace(/\.ts$/, ''));

/** The bundle of a gRPC service lies with its Dockerfile, one folder an image. */
const outputName = (entry: string) => join(grpcServices.includes(entry) ? dirname(entry) : entry.replace(/\.ts$/, ''), 'index');

/** What CommonJS packages expect and ES modules lack: `require`, and a folder of their own. */
export const commonJs = {
  banner: {
    js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);const packageFolder = import.meta.dirname + '/build/src';",
  },
  define: { __dirname: 'packageFolder' },
} satisfies BuildOptions;

/** The packages behind gRPC's health and reflection read their protos when they are loaded, from `proto` two folders above `__dirname`. */
const protoFolders = ['grpc-health-check/proto', '@grpc/reflection/build/proto'];

/** Copies the protos that a gRPC service reads when it starts to beside its bundle. */
export function copyProtos(folder: string): void {
  for (const path of protoFolders) {
    const packaged = join(root, 'node_modules', path);
    // The others are samples.
    for (const file of globSync('{health,grpc}/**/*.proto', { cwd: packaged }))
      cpSync(join(packaged, file), join(folder, 'proto', file));
  }
}

function options(entries: string[]): BuildOptions & { write: false } {
  return {
    absWorkingDir: root,
    entryPoints: Object.fromEntries(entries.map((entry) => [outputName(entry), entry])),
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    ...commonJs,
    logLevel: 'warning',
    write: false,
  };
}

/**
 * Writes the bundles that differ from what lies there; answers with the entries they belong to. Each is put in place whole, so
 * that whoever reads `dist` meanwhile, a second run included, sees the old file or the new one.
 */
function writeChanged(entries: string[], outputs: OutputFile[]): string[] {
  const entryOfOutput = new Map(entries.map((entry) => [join('dist', `${outputName(entry)}.mjs`), entry]));
  return outputs.flatMap(({ path, contents }) => {
    if (existsSync(path) && readFileSync(path).equals(contents)) return [];
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
    return entryOfOutput.get(relative(root, path)) ?? [];
  });
}

/** Bundles all entries, and takes away the bundles of entries that are gone. Throws when one does not compile. */
export async function bundle(): Promise<string[]> {
  const entries = bundleEntries();
  const { outputFiles } = await build(options(entries));
  writeChanged(entries, outputFiles);
  for (const service of grpcServices.filter((entry) => entries.includes(entry))) {
    cpSync(join(root, dirname(service), 'Dockerfile'), join(root, 'dist', dirname(service), 'Dockerfile'));
    copyProtos(join(root, 'dist', dirname(service)));
  }
  const current = new Set(entries.map((entry) => join('dist', `${outputName(entry)}.mjs`)));
  const lying = globSync('dist/{functions,grpc-*}/**/*.mjs', { cwd: root });
  for (const file of lying.filter((found) => !current.has(found))) rmSync(join(root, file));
  return entries;
}

export type Rebundled = {
  /** The entries whose bundle became another one. */
  changed: string[];
  /** The source files that each bundle was made from, relative to the repository. */
  sources: Map<string, string[]>;
};

/** Bundles some entries again. Throws when one does not compile, after esbuild told why on stderr. */
export async function bundleAgain(entries: string[]): Promise<Rebundled> {
  const { outputFiles, metafile } = await build({ ...options(entries), metafile: true });
  const made = Object.values(metafile.outputs).flatMap(({ entryPoint, inputs }) =>
    entryPoint === undefined ? [] : [[entryPoint, Object.keys(inputs)] as const],
  );
  return { changed: writeChanged(entries, outputFiles), sources: new Map(made) };
}

if (import.meta.main) {
  const startedAt = performance.now();
  const entries = await bundle();
  process.stderr.write(`bundled ${entries.length} entries in ${Math.round(performance.now() - startedAt)} ms\n`);
}

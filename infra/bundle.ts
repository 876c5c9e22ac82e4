/**
 * Bundles every Lambda and gRPC service in one run, to `dist/<path of the entry>/index.mjs`. A run for each function would parse the
 * SDK as often as there are functions. For a stage with Stripe, those that use the payment provider are bundled again to
 * `dist/with-stripe/`, with Stripe in place of the simulated provider.
 */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type OutputFile } from 'esbuild';
import { providerEntries } from './payment-provider.ts';
import { stageCalled } from './stages.ts';

const root = dirname(import.meta.dirname);

/**
 * An entry is known by its place: a file directly in the folder of a domain or platform unit, a saga task, or a job. Each exports a
 * Lambda's `handler`. A gRPC service is run by its `main.ts`.
 */
const places = ['functions/{*,platform/*}/{*,saga-tasks/*,jobs/*}.ts', 'grpc-*/main.ts'];
const otherFiles = ['functions/shared/**', '**/domain.ts', '**/*.test.ts'];

/** Every file that esbuild starts from, relative to the repository: Lambdas and gRPC services. */
export const bundleEntries = (): string[] => globSync(places, { cwd: root, exclude: otherFiles }).sort();

/** The folder of an entry's `index.mjs`, relative to the repository. */
export const bundleFolder = (entry: string, { withStripe = false } = {}) =>
  join(withStripe ? stripeFolder : 'dist', entry.replace(/\.ts$/, ''));

const stripeFolder = 'dist/with-stripe';

const isGrpcService = (entry: string) => entry.startsWith('grpc-');
/** The bundle of a gRPC service is in the same folder as its Dockerfile, which makes the image. */
const outputName = (entry: string) => join(isGrpcService(entry) ? dirname(entry) : entry.replace(/\.ts$/, ''), 'index');

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
 * Writes the bundles that changed and returns their entries. Each is renamed into place, so that a concurrent reader or run sees
 * either the old file or the new one.
 */
function writeChanged(entries: string[], outputs: OutputFile[], folder = 'dist'): string[] {
  const entryOfOutput = new Map(entries.map((entry) => [join(folder, `${outputName(entry)}.mjs`), entry]));
  return outputs.flatMap(({ path, contents }) => {
    if (existsSync(path) && readFileSync(path).equals(contents)) return [];
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, contents);
    renameSync(`${path}.${process.pid}`, path);
    return entryOfOutput.get(relative(root, path)) ?? [];
  });
}

/** A stage with the simulated provider needs none of these. */
async function bundleWithStripe(): Promise<void> {
  const entries = providerEntries();
  const { outputFiles } = await build({
    ...options(entries),
    outdir: stripeFolder,
    // `imports` of package.json says what the provider's modules are then. A list of conditions replaces esbuild's own, which has `module`.
    conditions: ['module', 'stripe'],
  });
  writeChanged(entries, outputFiles, stripeFolder);
}

/** Bundles all entries and deletes the bundles of entries that no longer exist. Throws when one does not compile. */
export async function bundle({ withStripe = false } = {}): Promise<string[]> {
  const entries = bundleEntries();
  const { outputFiles } = await build(options(entries));
  writeChanged(entries, outputFiles);
  if (withStripe) await bundleWithStripe();
  for (const service of entries.filter(isGrpcService)) {
    cpSync(join(root, dirname(service), 'Dockerfile'), join(root, 'dist', dirname(service), 'Dockerfile'));
    copyProtos(join(root, 'dist', dirname(service)));
  }
  const current = new Set(entries.map((entry) => join('dist', `${outputName(entry)}.mjs`)));
  const present = globSync('dist/{functions,grpc-*}/**/*.mjs', { cwd: root });
  for (const file of present.filter((found) => !current.has(found))) rmSync(join(root, file));
  return entries;
}

export type Rebundled = {
  /** The entries whose bundle changed. */
  changed: string[];
  /** The source files of each bundle, relative to the repository. */
  sources: Map<string, string[]>;
};

/** Bundles some entries again. Throws when one does not compile, after esbuild printed the reason to stderr. */
export async function bundleAgain(entries: string[]): Promise<Rebundled> {
  const { outputFiles, metafile } = await build({ ...options(entries), metafile: true });
  const sources = Object.values(metafile.outputs).flatMap(({ entryPoint, inputs }) =>
    entryPoint === undefined ? [] : [[entryPoint, Object.keys(inputs)] as const],
  );
  return { changed: writeChanged(entries, outputFiles), sources: new Map(sources) };
}

if (import.meta.main) {
  const startedAt = performance.now();
  const { stage = 'dev' }: { stage?: string } = JSON.parse(process.env.CDK_CONTEXT_JSON ?? '{}');
  const entries = await bundle({ withStripe: stageCalled(stage).paymentProvider.kind === 'stripe' });
  process.stderr.write(`bundled ${entries.length} entries in ${Math.round(performance.now() - startedAt)} ms\n`);
}

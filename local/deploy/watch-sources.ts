import { globSync, watch } from 'node:fs';
import { join } from 'node:path';
import { bundleAgain, bundleEntries } from '../../infra/bundle.ts';
import { repositoryFolder } from '../process/workspace.ts';

const sourceFolders = globSync('{functions,grpc-*,generated,events-schemas}', { cwd: repositoryFolder });
/** Editors write a file in several steps. */
const settleMs = 30;

/**
 * Whenever a file is saved, rebuilds the bundles that contain it and passes on the entries whose bundle changed. A file that does not
 * compile is reported on stderr and changes nothing. A new entry needs a new deployment.
 */
export async function watchSources(onChange: (entries: string[]) => Promise<void>): Promise<Disposable> {
  const { sources } = await bundleAgain(bundleEntries());
  const saved = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working = Promise.resolve();

  const rebundle = async () => {
    const entries = entriesOf(saved, sources);
    saved.clear();
    if (entries.length === 0) return;
    const again = await bundleAgain(entries);
    for (const [entry, files] of again.sources) sources.set(entry, files);
    if (again.changed.length > 0) await onChange(again.changed);
  };
  const watchers = sourceFolders.map((folder) =>
    watch(join(repositoryFolder, folder), { recursive: true }, (_event, file) => {
      if (file === null) return;
      saved.add(join(folder, file));
      clearTimeout(timer);
      // Rebuilds run one after the other. esbuild has already reported a failed one.
      timer = setTimeout(() => {
        working = working.then(rebundle).catch(() => {});
      }, settleMs);
    }),
  );
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** The entries whose bundle contains one of the files. */
export function entriesOf(files: ReadonlySet<string>, sources: ReadonlyMap<string, readonly string[]>): string[] {
  return [...sources].filter(([, parts]) => parts.some((part) => files.has(part))).map(([entry]) => entry);
}

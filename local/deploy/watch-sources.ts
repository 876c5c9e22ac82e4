import { watch } from 'node:fs';
import { join } from 'node:path';
import { bundleAgain, bundleEntries } from '../../infra/bundle.ts';
import { repositoryFolder } from '../process/workspace.ts';

const sourceFolders = ['functions', 'grpc-auth', 'grpc-inventory', 'grpc-shared', 'generated', 'events-schemas'];
/** Editors write a file in several steps. */
const settleMs = 30;

/**
 * Bundles what a saved file is part of, and nothing else, and hands over the entries whose bundle became another one. A file that does
 * not compile is reported on stderr and changes nothing. A new entry needs a new deployment.
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
      // One after the other; one that fails was reported and is over.
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

/** The entries that one of the files is part of. */
export function entriesOf(files: ReadonlySet<string>, sources: ReadonlyMap<string, readonly string[]>): string[] {
  return [...sources].filter(([, parts]) => parts.some((part) => files.has(part))).map(([entry]) => entry);
}

/** `npm run dev`: like `npm start` without the demo orders. When a source file is saved, the handlers that contain it are replaced. */
import { buyerContact } from './demo/demo-market.ts';
import { removeOutputs, writeOutputs } from './demo/outputs-file.ts';
import { seedMarket } from './demo/seed.ts';
import { sessionHooks } from './demo/session.ts';
import { welcomeLines } from './demo/welcome.ts';
import { hotSwap } from './deploy/hot-swap.ts';
import { watchSources } from './deploy/watch-sources.ts';
import { type LocalSystem, startLocalSystem } from './local-system.ts';
import { interrupted, runInForeground, say } from './process/foreground.ts';
import { shownStep } from './process/progress.ts';

await runInForeground(async ({ signal, stopped }) => {
  const system = await startLocalSystem({ name: 'dev', step: shownStep, signal });
  try {
    const watcher = await system.during(Promise.race([open(system), stopped]));
    system.keepEmulatorRunning(sessionHooks(system));
    await system.during(stopped);
    watcher?.[Symbol.dispose]();
    return watcher === undefined ? interrupted : 0;
  } finally {
    await shownStep('Stop everything', system.stop);
    removeOutputs();
  }
});

async function open(system: LocalSystem): Promise<Disposable> {
  const market = await shownStep('Found a market', () => seedMarket(system.restUrl(), buyerContact));
  const watcher = await shownStep('Watch the sources', () => watchSources((entries) => swap(system, entries)));
  // Scripts wait for this file: from now on a saved file is noticed.
  writeOutputs(system, market);
  say(
    '',
    ...welcomeLines(system, market, `is open after ${(performance.now() / 1000).toFixed(1)} s`),
    '',
    'Save a file under functions/, and its handlers are replaced.',
  );
  return watcher;
}

async function swap(system: LocalSystem, entries: readonly string[]): Promise<void> {
  const startedAt = performance.now();
  try {
    const replaced = await hotSwap(system, entries);
    say(`${replaced.length} replaced in ${Math.round(performance.now() - startedAt)} ms: ${entries.join(', ')}`);
  } catch (error) {
    say(`Not replaced: ${error}`);
  }
}

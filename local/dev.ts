/** `npm run dev`: the system with its market, as `npm start` without the demo; a saved source file replaces the handlers it is part of. */

import { removeOutputs, writeOutputs } from './demo/outputs-file.ts';
import { seedMarket } from './demo/seed.ts';
import { welcomeLines } from './demo/welcome.ts';
import { hotSwap } from './deploy/hot-swap.ts';
import { watchSources } from './deploy/watch-sources.ts';
import { interrupted, runInForeground, say } from './process/foreground.ts';
import { shownStep } from './process/progress.ts';
import { startWorld, type World } from './world.ts';

await runInForeground(async ({ signal, stopped }) => {
  const world = await startWorld({ name: 'dev', step: shownStep, signal });
  try {
    const opened = await Promise.race([open(world), stopped]);
    await stopped;
    opened?.[Symbol.dispose]();
    return opened === undefined ? interrupted : 0;
  } finally {
    await shownStep('Stop everything', world.stop);
    removeOutputs();
  }
});

async function open(world: World): Promise<Disposable> {
  const market = await shownStep('Found a market', () => seedMarket(world.restUrl));
  const watcher = await shownStep('Watch the sources', () => watchSources((entries) => swap(world, entries)));
  // Scripts take it for the sign that a saved file is noticed.
  writeOutputs(world, market);
  say(
    '',
    ...welcomeLines(world, market, (performance.now() / 1000).toFixed(1)),
    '',
    'Save a file under functions/: its handlers are replaced.',
  );
  return watcher;
}

async function swap(world: World, entries: readonly string[]): Promise<void> {
  const startedAt = performance.now();
  try {
    const replaced = await hotSwap(world, entries);
    say(`${replaced.length} replaced in ${Math.round(performance.now() - startedAt)} ms: ${entries.join(', ')}`);
  } catch (error) {
    say(`Not replaced: ${error}`);
  }
}

/** `npm start`: the whole system on this machine, with a market to play in, until Ctrl-C. `--once` ends after the demo, with its outcome. */
import { parseArgs } from 'node:util';
import { demoOrders } from './demo/demo-orders.ts';
import { storyLines } from './demo/demo-report.ts';
import { followOrder, type OrderStory } from './demo/follow-order.ts';
import { removeOutputs, writeOutputs } from './demo/outputs-file.ts';
import { seedMarket } from './demo/seed.ts';
import { welcomeLines } from './demo/welcome.ts';
import { interrupted, runInForeground, say } from './process/foreground.ts';
import { shownStep } from './process/progress.ts';
import { startWorld, type World } from './world.ts';

const { values: options } = parseArgs({ options: { once: { type: 'boolean' }, endpoint: { type: 'string' } } });

await runInForeground(async ({ signal, stopped }) => {
  // Those of a run that was killed.
  removeOutputs();
  const { endpoint } = options;
  const world = await startWorld({ name: 'start', step: shownStep, signal, ...(endpoint !== undefined && { endpoint }) });
  try {
    const status = await Promise.race([tour(world), stopped]);
    if (!options.once) await stopped;
    return status ?? interrupted;
  } finally {
    await shownStep('Stop everything', world.stop);
    removeOutputs();
  }
});

/** Founds the market, runs the demo, and tells what there is. Answers with the exit status. */
async function tour(world: World): Promise<number> {
  const market = await shownStep('Found a market', () => seedMarket(world.restUrl));
  const stories: OrderStory[] = [];
  for (const order of demoOrders(market)) {
    stories.push(await shownStep(order.title, () => followOrder(world.restUrl, market, order)));
  }
  writeOutputs(world, market);
  for (const story of stories) say('', ...storyLines(story));
  const seconds = (performance.now() / 1000).toFixed(1);
  say('', ...(options.once ? [`Done after ${seconds} s`] : welcomeLines(world, market, seconds)));
  return stories.every(({ complaints }) => complaints.length === 0) ? 0 : 1;
}

/** `npm start`: the whole system on this machine, with a market to play in, until Ctrl-C. `--once` ends after the demo, with its outcome. */
import { parseArgs } from 'node:util';
import { followOrder, type OrderStory } from './demo.ts';
import { demoOrders } from './demo-orders.ts';
import { storyLines } from './demo-report.ts';
import { MissingRequirementError } from './missing-requirement.ts';
import { removeOutputs, writeOutputs } from './outputs-file.ts';
import { shownStep } from './progress.ts';
import { seedMarket } from './seed.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { welcomeLines } from './welcome.ts';
import { startWorld, type World } from './world.ts';

const { values: options } = parseArgs({ options: { once: { type: 'boolean' }, endpoint: { type: 'string' } } });
const { signal, stopped } = stopOnSignal();
const startedAt = performance.now();
/** As shells say it of Ctrl-C. */
const interrupted = 130;

process.exitCode = await main().catch((error: unknown) => {
  if (signal.aborted) return interrupted;
  say(`\n✘ ${error instanceof Error ? error.message : error}`);
  if (!(error instanceof MissingRequirementError)) say('  Logs are in .local/worlds.');
  return 1;
});
process.exit();

async function main(): Promise<number> {
  const { endpoint } = options;
  const world = await startWorld({ name: 'start', step: shownStep, signal, ...(endpoint !== undefined && { endpoint }) });
  try {
    const ended = await Promise.race([tour(world), stopped]);
    if (!options.once) await stopped;
    return ended ?? interrupted;
  } finally {
    await shownStep('Stop everything', world.stop);
    removeOutputs();
  }
}

/** Founds the market, runs the demo, and tells what there is. Answers with the exit status. */
async function tour(world: World): Promise<number> {
  const market = await shownStep('Found a market', () => seedMarket(world.restUrl));
  const stories: OrderStory[] = [];
  for (const order of demoOrders(market)) {
    const story = await shownStep(order.title, () => followOrder(world.restUrl, market, order));
    stories.push(story);
  }
  writeOutputs(world, market);
  for (const story of stories) say(['', ...storyLines(story)].join('\n'));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(['', ...(options.once ? [`Done after ${seconds} s`] : welcomeLines(world, market, seconds))].join('\n'));
  return stories.every(({ complaints }) => complaints.length === 0) ? 0 : 1;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

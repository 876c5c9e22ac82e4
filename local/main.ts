/** `npm start`: the whole system on this machine, with a demo market, until Ctrl-C. `--once` ends after the demo, with its result. */
import { parseArgs } from 'node:util';
import { addressesOf } from './demo/addresses.ts';
import { buyerContact } from './demo/demo-market.ts';
import { demoOrders } from './demo/demo-orders.ts';
import { storyLines } from './demo/demo-report.ts';
import { followOrder, type OrderStory } from './demo/follow-order.ts';
import { removeOutputs, writeOutputs } from './demo/outputs-file.ts';
import { seedMarket } from './demo/seed.ts';
import { sessionHooks } from './demo/session.ts';
import { welcomeLines } from './demo/welcome.ts';
import { type LocalSystem, startLocalSystem } from './local-system.ts';
import { interrupted, runInForeground, say } from './process/foreground.ts';
import { shownStep } from './process/progress.ts';

const { values: options } = parseArgs({ options: { once: { type: 'boolean' }, endpoint: { type: 'string' } } });

await runInForeground(async ({ signal, stopped }) => {
  // A run that was killed may have left some.
  removeOutputs();
  const { endpoint } = options;
  const system = await startLocalSystem({ name: 'start', step: shownStep, signal, ...(endpoint !== undefined && { endpoint }) });
  try {
    const status = await system.during(Promise.race([tour(system), stopped]));
    if (!options.once) {
      system.keepEmulatorRunning(sessionHooks(system));
      await system.during(stopped);
    }
    return status ?? interrupted;
  } finally {
    await shownStep('Stop everything', system.stop);
    removeOutputs();
  }
});

/** Founds the market, runs the demo and reports both. Returns the exit status. */
async function tour(system: LocalSystem): Promise<number> {
  const market = await shownStep('Found a market', () => seedMarket(system.restUrl(), buyerContact));
  const stories: OrderStory[] = [];
  for (const order of demoOrders(market)) {
    stories.push(await shownStep(order.title, () => followOrder(addressesOf(system), market, order)));
  }
  writeOutputs(system, market);
  for (const story of stories) say('', ...storyLines(story));
  const seconds = (performance.now() / 1000).toFixed(1);
  say('', ...(options.once ? [`Done after ${seconds} s`] : welcomeLines(system, market, `is open after ${seconds} s`)));
  return stories.every(({ complaints }) => complaints.length === 0) ? 0 : 1;
}

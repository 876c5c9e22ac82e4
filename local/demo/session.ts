import type { LocalSystem, RestartHooks } from '../local-system.ts';
import { say } from '../process/foreground.ts';
import { buyerContact } from './demo-market.ts';
import { removeOutputs, writeOutputs } from './outputs-file.ts';
import { seedMarket } from './seed.ts';
import { welcomeLines } from './welcome.ts';

/** Founds the demo market again after the emulator was restarted, and shows its new addresses and ids. */
export const sessionHooks = (system: LocalSystem): RestartHooks => ({
  lost: removeOutputs,
  async restore() {
    const market = await seedMarket(system.restUrl(), buyerContact);
    writeOutputs(system, market);
    say('', ...welcomeLines(system, market, 'is open again, without its earlier orders. Addresses and ids are new:'));
  },
});

import { eventually } from '../../local/process/eventually.ts';
import { violations } from './invariants.ts';
import type { Market } from './market.ts';
import { messagesUnderWay } from './queues.ts';
import { storedMarket } from './stored-market.ts';

/**
 * Waits until nothing is under way any more, then holds the stock and money invariants against all that is stored of an
 * organization. Called at the end of every scenario. @throws with every broken rule
 */
export async function expectSound({ organizationId }: Pick<Market, 'organizationId'>): Promise<void> {
  await eventually(
    `market ${organizationId} to be sound`,
    async () => {
      const waiting = await messagesUnderWay();
      const broken = violations(await storedMarket(organizationId));
      if (broken.length > 0) throw new Error(`\n  ${broken.join('\n  ')}`);
      // A message that was under way before the tables were read, or came meanwhile, may still change them.
      if (waiting + (await messagesUnderWay()) > 0) throw new Error(`${waiting} messages are still under way`);
      return true;
    },
    { withinMs: 60_000, everyMs: 150 },
  );
}

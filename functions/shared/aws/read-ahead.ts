import { causeText } from '../faults.ts';
import { log } from '../log.ts';
import { inTime } from '../waiting/in-time.ts';

/** AWS gives an initialization 10 seconds, and the modules have to be loaded in them too. */
const limitMs = 7000;

/**
 * Reads what calls will need, such as certificates, secrets and keys, so that no caller waits for it. The entry of a Lambda awaits
 * it at its top level, while the process initializes. It never throws: a read that fails or takes too long is logged, and the
 * first call that needs its result reads again.
 */
export async function readAhead(reads: Readonly<Record<string, () => Promise<unknown>>>, withinMs = limitMs): Promise<void> {
  await Promise.all(
    Object.entries(reads).map(async ([what, read]) => {
      try {
        await inTime(read(), withinMs, what);
      } catch (thrown) {
        log.warn('not read while initializing', { what, cause: causeText(thrown) });
      }
    }),
  );
}

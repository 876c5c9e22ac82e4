import { Listr, PRESET_TIMER } from 'listr2';
import type { Step } from '../local-system.ts';

/** Shows a step while it runs, and how long it took. Prints plain lines where the output is not a terminal. */
export const shownStep: Step = async (title, work) => {
  const running = work();
  // The caller reports the error itself.
  const task = () => running.then(() => {}).catch(() => Promise.reject(new Error('see below')));
  const timed = { timer: PRESET_TIMER };
  const list = new Listr([{ title, task }], {
    rendererOptions: timed,
    fallbackRendererOptions: timed,
    // Signals are handled in one place, `runInForeground`.
    registerSignalListeners: false,
  });
  await list.run().catch(() => {});
  return running;
};

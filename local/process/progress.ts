import { Listr, PRESET_TIMER } from 'listr2';
import type { Step } from '../world.ts';

/** Shows a step while it runs and how long it took; as plain lines where the output is no terminal. */
export const shownStep: Step = async (title, work) => {
  const running = work();
  // What went wrong is said once, by whoever gets the error.
  const task = () => running.then(() => {}).catch(() => Promise.reject(new Error('see below')));
  const timed = { timer: PRESET_TIMER };
  const list = new Listr([{ title, task }], {
    rendererOptions: timed,
    fallbackRendererOptions: timed,
    // They are answered in one place, which stops what runs.
    registerSignalListeners: false,
  });
  await list.run().catch(() => {});
  return running;
};

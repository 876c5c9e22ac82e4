import { Listr, PRESET_TIMER } from 'listr2';
import type { Step } from './world.ts';

/** Shows a step while it runs and how long it took; as plain lines where the output is no terminal. */
export const shownStep: Step = async (title, work) => {
  const running = work();
  const task = async () => {
    await running;
  };
  const timed = { timer: PRESET_TIMER };
  // Signals are answered in one place, which stops what runs.
  await new Listr([{ title, task }], {
    rendererOptions: timed,
    fallbackRendererOptions: timed,
    registerSignalListeners: false,
  }).run();
  return running;
};

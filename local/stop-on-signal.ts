/** Ctrl-C, `kill` and a closed terminal all mean: stop what was started, then end. A second one changes nothing: the stop is under way. */
export function stopOnSignal(): { signal: AbortSignal; stopped: Promise<number> } {
  const controller = new AbortController();
  const stopped = new Promise<number>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        controller.abort(new Error('stopped'));
        resolve(0);
      });
    }
  });
  return { signal: controller.signal, stopped };
}

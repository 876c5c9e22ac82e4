/**
 * Ctrl-C, `kill`, a closed terminal and the end of the process that started this one all mean: stop what was started, then end. A second
 * one changes nothing, the stop is under way.
 */
export function stopOnSignal(): { signal: AbortSignal; stopped: Promise<void> } {
  const controller = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    const stop = () => {
      controller.abort(new Error('stopped'));
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(name, stop);
    // Waiting for that end alone keeps nothing alive.
    process.channel?.unref();
  });
  return { signal: controller.signal, stopped };
}

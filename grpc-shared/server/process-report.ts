import type { Health } from './health.ts';

/** What one of several processes tells the one that started it, at each change and each second. */
export type ProcessReport = { type: 'lonja:report'; port: number; notServing: string[] };

export const reportEveryMs = 1000;

/** Tells the parent how this process stands, until the process ends. */
export function reportToParent(health: Health, port: number): void {
  const report = () => {
    const said: ProcessReport = { type: 'lonja:report', port, notServing: health.reasons };
    if (process.connected) process.send?.(said);
  };
  health.onChange(report);
  setInterval(report, reportEveryMs).unref();
  report();
}

export function isProcessReport(message: unknown): message is ProcessReport {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'lonja:report';
}

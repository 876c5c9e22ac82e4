export type Totals = { passed: number; failed: number };

export const addTotals = (a: Totals, b: Totals): Totals => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

/**
 * The totals of a vitest JSON report. A runner that failed beside its tests (a suite that did not load, a set-up that broke,
 * no report at all, no test at all) counts as one failure more: what was not run has not passed.
 */
export function totalsOfReport(report: string, exitCode: number): Totals {
  const { passed, failed } = countsOf(report);
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: failed + (unexplained ? 1 : 0) };
}

function countsOf(report: string): Totals {
  if (report === '') return { passed: 0, failed: 0 };
  const parsed: unknown = JSON.parse(report);
  return { passed: countIn(parsed, 'numPassedTests'), failed: countIn(parsed, 'numFailedTests') };
}

function countIn(report: unknown, name: string): number {
  const value = typeof report === 'object' && report !== null ? Reflect.get(report, name) : 0;
  return typeof value === 'number' ? value : 0;
}

import { describe, expect, it } from 'vitest';
import { totalsOfReport } from './totals.ts';

const report = (numPassedTests: number, numFailedTests: number) => JSON.stringify({ numPassedTests, numFailedTests });

describe('totalsOfReport', () => {
  it('counts what the runner counted', () => {
    expect(totalsOfReport(report(7, 0), 0)).toEqual({ passed: 7, failed: 0 });
    expect(totalsOfReport(report(7, 2), 1)).toEqual({ passed: 7, failed: 2 });
  });

  it('counts a runner that failed without a failed test', () => {
    expect(totalsOfReport(report(7, 0), 1)).toEqual({ passed: 7, failed: 1 });
    expect(totalsOfReport('', 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a run without any test as failed', () => {
    expect(totalsOfReport(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  });
});

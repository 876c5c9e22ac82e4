import { afterEach, describe, expect, it, vi } from 'vitest';
import { lambdaContext } from '../../../tests/kit/lambda-context.ts';
import { log } from '../log.ts';
import { scheduledJob } from './scheduled-job.ts';

log.setLogLevel('SILENT');
afterEach(() => vi.restoreAllMocks());
const time = '2026-11-22T10:00:00Z';

describe('scheduledJob', () => {
  it('runs for the moment it was due, and logs what it did', async () => {
    const info = vi.spyOn(log, 'info');
    const run = vi.fn(async () => ({ cancelled: 3 }));
    expect(await scheduledJob('cancel', run)({ time }, lambdaContext())).toEqual({ cancelled: 3 });
    expect(run).toHaveBeenCalledExactlyOnceWith('2026-11-22T10:00:00.000Z');
    const line = { job: 'cancel', dueAt: '2026-11-22T10:00:00.000Z', cancelled: 3, durationMs: expect.any(Number) };
    expect(info.mock.calls).toEqual([['job', line]]);
  });

  it('takes now for the moment when the scheduler does not say', async () => {
    const run = vi.fn(async (_now: string) => ({}));
    await scheduledJob('cancel', run)({ time: 'soon' }, lambdaContext());
    expect(Math.abs(Date.parse(run.mock.calls[0]?.[0] ?? '') - Date.now())).toBeLessThan(5000);
  });

  it('throws what the run throws, so that the invocation fails and its alarm sees it', async () => {
    const error = vi.spyOn(log, 'error');
    const run = () => Promise.reject(new Error('3 orders left'));
    await expect(scheduledJob('cancel', run)({ time }, lambdaContext())).rejects.toThrow('3 orders left');
    expect(error).toHaveBeenCalledWith('job failed', expect.objectContaining({ job: 'cancel', cause: 'Error: 3 orders left' }));
  });
});

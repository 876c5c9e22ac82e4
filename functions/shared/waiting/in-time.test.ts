import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTime, TimeLimitError } from './in-time.ts';

describe('inTime', () => {
  it('returns a result, or the fault, that comes in time', async () => {
    expect(await inTime(setTimeout(1, 'read'), 1000, 'certificate')).toBe('read');
    await expect(inTime(Promise.reject(new Error('not readable')), 1000, 'certificate')).rejects.toThrow('not readable');
  });

  it('waits no longer than it may, and says for what it waited', async () => {
    const startedAtMs = performance.now();
    const late = inTime(setTimeout(300, 'read'), 20, 'certificate');
    await expect(late).rejects.toThrow(new TimeLimitError('no certificate after 20 ms'));
    expect(performance.now() - startedAtMs).toBeLessThan(250);
  });

  it('lets a fault that comes too late disturb nobody', async () => {
    const fault = setTimeout(30).then(() => {
      throw new Error('too late');
    });
    await expect(inTime(fault, 1, 'certificate')).rejects.toThrow(TimeLimitError);
    await setTimeout(50);
  });
});

import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { log } from '../log.ts';
import { readAhead } from './read-ahead.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('readAhead', () => {
  it('ends when everything was read', async () => {
    const read: string[] = [];
    await readAhead({
      certificate: async () => read.push(await setTimeout(20, 'certificate')),
      secret: async () => read.push(await setTimeout(1, 'secret')),
    });
    expect(read).toEqual(['secret', 'certificate']);
  });

  it('logs what could not be read, and throws nothing: neither for a rejection nor for a missing setting', async () => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
    await readAhead({
      certificate: () => Promise.reject(new Error('out of reach')),
      secret: () => {
        throw new Error('SECRET_ARN is not set');
      },
    });
    expect(warn.mock.calls).toEqual([
      ['not read while initializing', { what: 'secret', cause: 'Error: SECRET_ARN is not set' }],
      ['not read while initializing', { what: 'certificate', cause: 'Error: out of reach' }],
    ]);
  });

  it('waits for no read beyond its limit', async () => {
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
    const startedAtMs = performance.now();
    await readAhead({ certificate: () => new Promise(() => {}) }, 30);
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
    expect(warn).toHaveBeenCalledOnce();
  });
});

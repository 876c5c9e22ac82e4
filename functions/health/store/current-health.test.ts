import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { log } from '../../shared/log.ts';
import { type Check, checked } from './checks.ts';
import { currentHealth } from './current-health.ts';

log.setLogLevel('SILENT');
const at = '2026-11-22T10:00:00.000Z';
const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString();
const working = (kind: Check['kind'], name: string): Check => ({ kind, name, ask: async () => 'fine' });
const failing = (kind: Check['kind'], name: string): Check => ({
  kind,
  name,
  ask: async () => {
    throw new Error('connect ECONNREFUSED 10.0.0.1:443 arn:aws:sqs:eu-west-1:123456789012:orders');
  },
});

describe('checked', () => {
  it('names what is down, with nothing of the reason', async () => {
    const found = await checked([working('table', 'order'), failing('email', 'sender')]);
    expect(found).toEqual([
      { kind: 'table', name: 'order', status: 'ok' },
      { kind: 'email', name: 'sender', status: 'down' },
    ]);
  });

  it('waits for one that hangs no longer than its limit, and for the others not at all', async () => {
    const hanging: Check = { kind: 'provider', name: 'payment', ask: () => sleep(5000, undefined, { ref: false }) };
    const startedAtMs = performance.now();
    const found = await checked([hanging, working('bus', 'order')], 50);
    expect(found.map(({ status }) => status)).toEqual(['down', 'ok']);
    expect(performance.now() - startedAtMs).toBeLessThan(1000);
  });
});

describe('currentHealth', () => {
  it('is asked once by all callers within five seconds', async () => {
    const ask = vi.fn(async () => 'fine');
    const health = currentHealth(async () => [{ kind: 'bus', name: 'order', ask }]);
    const answers = await Promise.all([health(at), health(later(1)), health(later(4999))]);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(new Set(answers.map(({ checkedAt }) => checkedAt))).toEqual(new Set([at]));
    expect(await health(later(5000))).toMatchObject({ checkedAt: later(5000) });
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('tries again at once when the list of checks could not be read', async () => {
    const checksOf = vi.fn(async () => [working('bus', 'order')]).mockRejectedValueOnce(new Error('out of reach'));
    const health = currentHealth(checksOf);
    await expect(health(at)).rejects.toThrow();
    expect(await health(later(1))).toMatchObject({ status: 'ok' });
  });

  it.each([
    ['ok', [working('table', 'order'), working('email', 'sender')]],
    ['degraded', [working('table', 'order'), failing('email', 'sender')]],
    ['degraded', [working('table', 'order'), failing('grpc', 'auth'), failing('saga', 'order'), failing('queue', 'audit')]],
    ['down', [failing('table', 'order'), working('email', 'sender')]],
  ] as const)('is %s', async (status, checks) => {
    expect((await currentHealth(async () => checks)(at)).status).toBe(status);
  });
});

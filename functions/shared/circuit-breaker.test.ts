import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BreakerOpenError, breakerOf } from './circuit-breaker.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class Refusal extends Error {}

/** A service behind a breaker, which may be out or refuse. */
function service() {
  const breaker = breakerOf('a service', (thrown) => !(thrown instanceof Refusal));
  const state = { fault: new Error('out') as Error | undefined, calls: 0 };
  const call = () =>
    breaker.run(async () => {
      state.calls += 1;
      if (state.fault !== undefined) throw state.fault;
      return 'answer';
    });
  const failTimes = async (times: number) => {
    for (let n = 0; n < times; n++) await expect(call()).rejects.toThrow();
  };
  return { breaker, state, call, failTimes };
}

describe('a breaker', () => {
  it('opens after five faults in a row, and then makes no call', async () => {
    const { state, call, failTimes } = service();
    await failTimes(5);
    await expect(call()).rejects.toBeInstanceOf(BreakerOpenError);
    expect(state.calls).toBe(5);
  });

  it('counts from the start after an answer', async () => {
    const { state, call, failTimes } = service();
    await failTimes(4);
    state.fault = undefined;
    await call();
    state.fault = new Error('out');
    await failTimes(4);
    state.fault = undefined;
    expect(await call()).toBe('answer');
  });

  it('does not count what is no fault', async () => {
    const { state, failTimes } = service();
    state.fault = new Refusal();
    await failTimes(9);
    expect(state.calls).toBe(9);
  });

  it('lets one call through after 60 seconds, which opens it again or closes it', async () => {
    const { state, call, failTimes } = service();
    await failTimes(5);
    vi.advanceTimersByTime(60_000);
    await failTimes(3);
    expect(state.calls).toBe(6);
    vi.advanceTimersByTime(60_000);
    state.fault = undefined;
    expect([await call(), await call()]).toEqual(['answer', 'answer']);
  });
});

it('refuses other calls at once while one probes', async () => {
  const { breaker, failTimes } = service();
  await failTimes(5);
  vi.advanceTimersByTime(60_000);
  const probe = Promise.withResolvers<string>();
  const probing = breaker.run(() => probe.promise);
  expect(breaker.isProbing()).toBe(true);
  await expect(breaker.run(async () => 'another')).rejects.toBeInstanceOf(BreakerOpenError);
  probe.resolve('answer');
  expect(await probing).toBe('answer');
});

import { status } from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DependencyOutError, RefusedCallError } from '../../grpc-shared/calls/call-errors.ts';
import { Health } from '../../grpc-shared/server/health.ts';
import { StreamLife } from './stream-life.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function stream(readmit: () => Promise<unknown> = async () => {}) {
  const health = new Health();
  const caller = new AbortController();
  const life = new StreamLife({ caller: caller.signal, health, readmit });
  return {
    health,
    caller,
    life,
    codeOf: () => (life.signal.reason instanceof RefusedCallError ? life.signal.reason.code : undefined),
  };
}

describe('a stream without an end of its own', () => {
  it('goes on while its caller may be here', async () => {
    const { life } = stream();
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(life.signal.aborted).toBe(false);
    life.end();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends 4 seconds after its caller’s token went bad', async () => {
    const refused = new RefusedCallError(status.UNAUTHENTICATED, 'no');
    const { life } = stream(() => Promise.reject(refused));
    await vi.advanceTimersByTimeAsync(3999);
    expect(life.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(life.signal.reason).toBe(refused);
  });

  it('outlives a short outage of Auth, and no long one', async () => {
    let out = true;
    const { life } = stream(() => (out ? Promise.reject(new DependencyOutError('Auth is out of reach')) : Promise.resolve()));
    await vi.advanceTimersByTimeAsync(25_000);
    out = false;
    await vi.advanceTimersByTimeAsync(5000);
    out = true;
    await vi.advanceTimersByTimeAsync(29_999);
    expect(life.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(5001);
    expect(life.signal.reason).toBeInstanceOf(DependencyOutError);
  });

  it('ends UNAVAILABLE when the process drains or is blind, so that its caller goes on elsewhere', () => {
    const draining = stream();
    draining.health.startDraining();
    expect(draining.codeOf()).toBe(status.UNAVAILABLE);
    const blind = stream();
    blind.health.set('stock feed', 'out of reach for 30 seconds or more');
    expect(blind.codeOf()).toBe(status.UNAVAILABLE);
  });

  it('ends with the call', () => {
    const { caller, codeOf } = stream();
    caller.abort();
    expect(codeOf()).toBe(status.CANCELLED);
  });
});

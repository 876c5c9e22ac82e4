import { status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { isFault } from './call-faults.ts';

describe('isFault', () => {
  it.each([
    ['an internal fault', status.INTERNAL, false, false, true],
    ['a dependency that is out', status.UNAVAILABLE, false, false, true],
    ['a call that took too long', status.DEADLINE_EXCEEDED, false, false, true],
    ['a stream watched until its deadline', status.DEADLINE_EXCEEDED, true, false, false],
    ['a stream that ends with the process', status.UNAVAILABLE, true, true, false],
    ['an internal fault of a process that ends', status.INTERNAL, false, true, true],
    ['a caller who hung up', status.CANCELLED, true, false, false],
    ['a refusal', status.PERMISSION_DENIED, false, false, false],
    ['an answer', status.OK, false, false, false],
  ])('of %s', (_what, code, isStream, isDraining, expected) => {
    expect(isFault({ code, isStream }, isDraining)).toBe(expected);
  });
});

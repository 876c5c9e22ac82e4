import { describe, expect, it } from 'vitest';
import { type Attempts, attemptWindow, waitSeconds } from './attempt-window.ts';

const at = '2026-11-01T08:05:00.000Z';
const account = attemptWindow({ kind: 'account', organizationId: 'o', email: 'ana@olivar.example' }, at);
const address = attemptWindow({ kind: 'address', address: '192.0.2.7' }, at);
const first: Attempts = { counted: 0, checking: 1 };
const wait = (ofAccount: Attempts, ofAddress: Attempts = first, when = at) =>
  waitSeconds(
    [
      { window: account, attempts: ofAccount },
      { window: address, attempts: ofAddress },
    ],
    when,
  );

describe('waitSeconds', () => {
  it('lets an account fail ten times, and an address 300 times', () => {
    expect(wait({ counted: 9, checking: 1 }, { counted: 299, checking: 1 })).toBeUndefined();
  });

  it('makes the next one wait until the window ends', () => {
    expect(wait({ counted: 10, checking: 1 })).toBe(600);
    expect(wait(first, { counted: 300, checking: 1 })).toBe(600);
    expect(wait({ counted: 10, checking: 1 }, first, '2026-11-01T08:14:59.999Z')).toBe(1);
  });

  it('checks no more at once than may still fail, and makes the others wait a second', () => {
    expect(wait({ counted: 0, checking: 10 })).toBeUndefined();
    expect(wait({ counted: 0, checking: 11 })).toBe(1);
    expect(wait({ counted: 8, checking: 3 })).toBe(1);
    expect(wait({ counted: 0, checking: 11 }, { counted: 300, checking: 11 })).toBe(600);
  });
});

describe('attemptWindow', () => {
  it('is the same for a quarter of an hour, and then another', () => {
    const later = (time: string) => attemptWindow(account.subject, `2026-11-01T${time}Z`);
    expect(later('08:00:00.000')).toEqual(account);
    expect(later('08:14:59.999')).toEqual(account);
    expect(later('08:15:00.000').startsAtMs - account.startsAtMs).toBe(15 * 60_000);
  });
});

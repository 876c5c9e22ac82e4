import { describe, expect, it } from 'vitest';
import { loginWaitSeconds, loginWindow } from './login-throttle.ts';

const at = '2026-11-01T08:05:00.000Z';
const account = loginWindow({ kind: 'account', organizationId: 'o', email: 'ana@olivar.example' }, at);
const address = loginWindow({ kind: 'address', address: '192.0.2.7' }, at);
const attempts = (ofAccount: number, ofAddress: number) => [
  { window: account, attempts: ofAccount },
  { window: address, attempts: ofAddress },
];

describe('loginWaitSeconds', () => {
  it('lets ten failures of an account pass, and 300 of an address', () => {
    expect(loginWaitSeconds(attempts(10, 300), at)).toBeUndefined();
  });

  it('makes the next one wait until the window ends', () => {
    expect(loginWaitSeconds(attempts(11, 1), at)).toBe(600);
    expect(loginWaitSeconds(attempts(1, 301), at)).toBe(600);
    expect(loginWaitSeconds(attempts(11, 1), '2026-11-01T08:14:59.999Z')).toBe(1);
  });
});

describe('loginWindow', () => {
  it('is the same for a quarter of an hour, and then another', () => {
    const later = (time: string) => loginWindow(account.subject, `2026-11-01T${time}Z`);
    expect(later('08:00:00.000')).toEqual(account);
    expect(later('08:14:59.999')).toEqual(account);
    expect(later('08:15:00.000').startsAtMs - account.startsAtMs).toBe(15 * 60_000);
  });
});

import { describe, expect, it } from 'vitest';
import { isSignatureOf, signBody } from './body-signature.ts';

const nowMs = Date.parse('2026-11-22T10:00:00.000Z');
const minuteMs = 60_000;
const body = '{"chargeId":"ch_1"}';
const signature = signBody(body, 'secret', nowMs);

describe('signBody', () => {
  it('is the HMAC-SHA256 of the time, a dot and the body', () => {
    // printf '1795341600.{"chargeId":"ch_1"}' | openssl dgst -sha256 -hmac secret
    expect(signature).toBe('t=1795341600,v1=61da481c8f44db96ffc31576610ce03b7bbe4cecc4c7a32970b6ac5db7c97ef0');
  });
});

describe('isSignatureOf', () => {
  it.each([-5 * minuteMs, 0, 5 * minuteMs])('takes its own, %i ms later', (laterMs) => {
    expect(isSignatureOf(body, signature, 'secret', nowMs + laterMs)).toBe(true);
  });

  it.each([
    ['another body', `${body} `, signature, 'secret', nowMs],
    ['another secret', body, signature, 'other', nowMs],
    ['an old one', body, signature, 'secret', nowMs + 5 * minuteMs + 1000],
    ['one from the future', body, signature, 'secret', nowMs - 5 * minuteMs - 1000],
    ['another time', body, signature.replace('1600', '1601'), 'secret', nowMs],
    ['a shorter one', body, signature.slice(0, -2), 'secret', nowMs],
    ['no hex', body, signature.slice(0, -1).concat('x'), 'secret', nowMs],
    ['none', body, undefined, 'secret', nowMs],
    ['an empty one', body, '', 'secret', nowMs],
  ])('refuses %s', (_, signed, header, secret, atMs) => {
    expect(isSignatureOf(signed, header, secret, atMs)).toBe(false);
  });
});

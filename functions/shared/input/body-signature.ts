import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that bears the signature of an HTTP body, as payment providers send it. */
export const signatureHeader = 'X-Provider-Signature';
/** An older signature may be a recorded one sent again; a younger one comes of a clock that is ahead. */
const toleranceMs = 5 * 60 * 1000;
const signaturePattern = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/;

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`: the signature of a body at a moment, in milliseconds. */
export function signBody(body: string, secret: string, atMs: number): string {
  const seconds = String(Math.floor(atMs / 1000));
  return `t=${seconds},v1=${digest(seconds, body, secret).toString('hex')}`;
}

/** Whether the header is this very body's signature, not more than five minutes from now. Takes as long for any wrong signature. */
export function isSignatureOf(body: string, header: string | undefined, secret: string, nowMs: number): boolean {
  const [, seconds, hex] = signaturePattern.exec(header ?? '') ?? [];
  if (seconds === undefined || hex === undefined) return false;
  const genuine = timingSafeEqual(Buffer.from(hex, 'hex'), digest(seconds, body, secret));
  return genuine && Math.abs(nowMs - Number(seconds) * 1000) <= toleranceMs;
}

const digest = (seconds: string, body: string, secret: string) =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest();

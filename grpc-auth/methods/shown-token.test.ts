import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VerifyTokenRequest } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { shownToken } from './shown-token.ts';

const encoded = (token: string) => Buffer.from(VerifyTokenRequest.encode({ token }).finish());

describe('shownToken', () => {
  it.each([0, 1, 127, 128, 480, 8192, 16_383, 16_384, 40_000])('finds a token of %i bytes', (length) => {
    const token = 'x'.repeat(length);
    expect(shownToken(encoded(token)).toString()).toBe(token);
  });

  it('finds what decoding finds, whatever surrounds the token', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ maxLength: 200 }), fc.constant(undefined)), { maxLength: 4 }), (parts) => {
        // A field given twice counts the last time; field 2, a number, is unknown.
        const message = Buffer.concat(parts.map((token) => (token === undefined ? Buffer.from([0x10, 5]) : encoded(token))));
        expect(shownToken(message).toString()).toBe(VerifyTokenRequest.decode(message).token);
      }),
    );
  });

  it('throws, or finds what decoding finds, in any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const message = Buffer.from([0x0a, ...bytes]);
        const decoded = outcome(() => VerifyTokenRequest.decode(message).token);
        if (decoded === undefined) expect(() => shownToken(message)).toThrow();
        else expect(shownToken(message).toString()).toBe(decoded);
      }),
    );
  });
});

function outcome(find: () => string): string | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

import { status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { answerOf, wantedOf } from './check-stock.ts';

const ham = '0193a000-0000-7000-8000-000000000001';
const egg = '0193a000-0000-7000-8000-000000000002';
const level = { productId: ham, available: 5, reserved: 1, shipped: 0, version: 3 };

describe('CheckStock', () => {
  it('adds up the lines of a product', () => {
    const wanted = wantedOf([
      { productId: ham, quantity: 3 },
      { productId: egg, quantity: 1 },
      { productId: ham, quantity: 3 },
    ]);
    expect(answerOf(wanted, new Map([[ham, level]]))).toEqual({
      allAvailable: false,
      lines: [
        { productId: ham, requested: 6, available: 5, isAvailable: false, isKnown: true, aggregateVersion: 3n },
        { productId: egg, requested: 1, available: 0, isAvailable: false, isKnown: false, aggregateVersion: 0n },
      ],
    });
  });

  it('says yes when all is there', () => {
    expect(answerOf(wantedOf([{ productId: ham, quantity: 5 }]), new Map([[ham, level]])).allAvailable).toBe(true);
  });

  it.each([
    ['nothing', []],
    ['no product', [{ productId: 'ham', quantity: 1 }]],
    ['no pieces', [{ productId: ham, quantity: 0 }]],
    ['too many pieces', [{ productId: ham, quantity: 1_000_001 }]],
    [
      'too many products',
      Array.from({ length: 101 }, (_, n) => ({ productId: ham.slice(0, -3) + String(100 + n), quantity: 1 })),
    ],
  ])('refuses to check %s', (_what, lines) => {
    expect(() => wantedOf(lines)).toThrow(expect.objectContaining({ code: status.INVALID_ARGUMENT }));
  });
});

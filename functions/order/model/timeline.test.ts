import { describe, expect, it } from 'vitest';
import { counted } from './timeline.ts';

describe('counted', () => {
  it('distinguishes one from many', () => {
    expect([counted(1, 'product'), counted(2, 'product')]).toEqual(['1 product', '2 products']);
  });
});

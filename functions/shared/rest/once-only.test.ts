import { describe, expect, it } from 'vitest';
import { operationHash } from './once-only.ts';

describe('operationHash', () => {
  const body = '{"delta":1}';

  it('is the same for the same operation, whatever the order of its parameters', () => {
    expect(operationHash({ a: '1', b: '2' }, body)).toBe(operationHash({ b: '2', a: '1' }, body));
  });

  it('tells another product and another body apart', () => {
    const hash = operationHash({ productId: 'ham' }, body);
    expect(operationHash({ productId: 'oil' }, body)).not.toBe(hash);
    expect(operationHash({ productId: 'ham' }, '{"delta":2}')).not.toBe(hash);
  });
});

import { expect, it } from 'vitest';
import { relativeReference } from './relative-reference.ts';

it.each([
  { from: '/orders', to: '/orders/1', reference: 'orders/1' },
  { from: '/auth/register', to: '/auth/users/1/permissions', reference: 'users/1/permissions' },
  { from: '/customers/1/addresses', to: '/customers/1', reference: '../1' },
  { from: '/customers/1/addresses', to: '/customers/1/addresses/2', reference: 'addresses/2' },
  { from: '/orders/1/cancel', to: '/audit', reference: '../../audit' },
  { from: '/orders/1', to: '/orders/1', reference: '1' },
])('leads from $from to $to as $reference, below any prefix', ({ from, to, reference }) => {
  expect(relativeReference(from, to)).toBe(reference);
  for (const prefix of ['https://shop.example', 'https://shop.example/dev/api/v1']) {
    expect(new URL(reference, `${prefix}${from}`).href).toBe(`${prefix}${to}`);
  }
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { findRecord, isIdempotencyKey, operationHashOf, putRecord, recordKeyOf } from './idempotency.ts';

const table = emptyTable('shop');
const now = new Date('2026-11-22T10:00:00.000Z');
const afterMs = (ms: number) => now.getTime() + ms;
const dayMs = 24 * 3600 * 1000;
const record = {
  recordKey: 'key',
  operationHash: 'operation',
  response: { status: 201, headers: { Location: 'orders/1' }, body: '{"a": 1}' },
};

describe('the idempotency record', () => {
  it('is found for a day, then no more, whether the table deleted it or not', async () => {
    table.put(putRecord(record, now));
    expect(await findRecord('key', afterMs(dayMs - 1))).toEqual(record);
    expect(await findRecord('key', afterMs(dayMs))).toBeUndefined();
    expect(await findRecord('other', afterMs(0))).toBeUndefined();
    const [item] = table.items();
    expect(Number(item?.expiresAt) * 1000).toBe(afterMs(dayMs));
  });

  it('keeps the bytes of the response', async () => {
    const response = { status: 200, headers: {}, body: '{"name": "Queso \u00e9 🧀",\n "n": 1.50}' };
    table.put(putRecord({ ...record, response }, now));
    expect((await findRecord('key', afterMs(0)))?.response).toEqual(response);
  });
});

describe('its key', () => {
  const parts = { organizationId: 'o', userId: 'u', route: 'POST /orders', key: 'k' };

  it('is another one for another organization, user, route or key', () => {
    const others = [{ organizationId: 'p' }, { userId: 'v' }, { route: 'POST /products' }, { key: 'l' }];
    const keys = [parts, ...others.map((other) => ({ ...parts, ...other }))].map(recordKeyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
  });

  it.each([
    ['abcdefgh', true],
    ['a-B_1'.repeat(4), true],
    ['x'.repeat(128), true],
    ['short', false],
    ['x'.repeat(129), false],
    ['with space', false],
    ['line\nbreak!', false],
    ['abcdefgh\n', false],
    ['ábcdefghi', false],
  ])('%j is %s', (key, isOne) => {
    expect(isIdempotencyKey(key)).toBe(isOne);
  });
});

describe('operationHashOf', () => {
  it('differs by path, body and key, not by the order of parameters', () => {
    const hash = operationHashOf('key', { a: '1', b: '2' }, '{}');
    expect(operationHashOf('key', { b: '2', a: '1' }, '{}')).toBe(hash);
    expect(operationHashOf('key', { a: '1', b: '3' }, '{}')).not.toBe(hash);
    expect(operationHashOf('key', { a: '1', b: '2' }, '{ }')).not.toBe(hash);
    expect(operationHashOf('other', { a: '1', b: '2' }, '{}')).not.toBe(hash);
  });
});

import { describe, expect, it } from 'vitest';
import { at, publishedKey } from '../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { findKey, listKeys, publishFirstKey, publishNextKey } from './key-table.ts';

const table = emptyTable('auth');

describe('the key table', () => {
  it('keeps the first key as it was published first', async () => {
    const key = publishedKey();
    await publishFirstKey(key);
    await publishFirstKey({ ...key, publishedAt: '2026-12-24T10:00:00.000Z' });
    expect(await listKeys()).toEqual([key]);
  });

  it('takes one successor of a key', async () => {
    const [first, second, third] = [publishedKey(), publishedKey({ kmsKeyId: 'arn:2' }), publishedKey({ kmsKeyId: 'arn:3' })];
    await publishFirstKey(first);
    expect(await publishNextKey(second, first.keyId)).toEqual({ outcome: 'committed' });
    expect(await publishNextKey(third, first.keyId)).toMatchObject({ outcome: 'condition-failed' });
    expect(await findKey(third.keyId)).toBeUndefined();
    expect(await publishNextKey(third, second.keyId)).toEqual({ outcome: 'committed' });
  });

  it('reads a key of the time before rotation: it signed as soon as it was published', async () => {
    const { signsFrom: _, ...key } = publishedKey();
    table.put({ Put: { Item: { pk: 'KEYS', sk: `KEY#${key.keyId}`, ...key } } });
    expect(await findKey(key.keyId)).toEqual({ ...key, signsFrom: at });
  });
});

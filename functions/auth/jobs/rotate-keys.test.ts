import { describe, expect, it } from 'vitest';
import { firstKmsKeyId, signingKms } from '../../../tests/kit/auth-sign-in.ts';
import { at, publishedKey } from '../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { runJob } from '../../../tests/kit/invoke.ts';
import { signingKey } from '../store/access-token.ts';
import { findKey, listKeys, publishFirstKey, publishNextKey } from '../store/key-table.ts';
import { readRightsChanges } from '../store/rights-feed-table.ts';
import { handler } from './rotate-keys.ts';

const signing = signingKms();
const table = emptyTable('auth', signing.settings);
const dayMs = 24 * 3600 * 1000;
const later = (days: number) => new Date(Date.parse(at) + days * dayMs).toISOString();
const rotate = (days: number) => runJob(handler, later(days));
/** The ids of the keys that the rotation created and did not delete. */
const usableKmsKeys = () => [...signing.kms().keys].flatMap(([id, { deleted }]) => (deleted || id === firstKmsKeyId ? [] : [id]));

describe('rotate-keys', () => {
  it('does nothing while nothing was signed, or the key is young', async () => {
    expect(await rotate(0)).toEqual({ created: 0, retired: 0 });
    await signingKey(at);
    expect(await rotate(29)).toEqual({ created: 0, retired: 0 });
    expect(await listKeys()).toHaveLength(1);
  });

  it('publishes a successor an hour before it signs, then withdraws the first key, and informs the replicas', async () => {
    const first = await signingKey(at);
    expect(await rotate(30)).toEqual({ created: 1, retired: 0 });
    const successor = (await listKeys()).find(({ keyId }) => keyId !== first.keyId);
    expect(successor).toMatchObject({ publishedAt: later(30), signsFrom: later(30 + 1 / 24) });
    expect(usableKmsKeys()).toEqual([successor?.kmsKeyId]);
    expect((await signingKey(later(31))).keyId).toBe(successor?.keyId);
    expect(await rotate(31)).toEqual({ created: 0, retired: 1 });
    expect(await listKeys()).toEqual([successor]);
    // The first key belongs to its stack.
    expect(signing.kms().keys.get(firstKmsKeyId)?.deleted).toBe(false);
    expect((await readRightsChanges(0)).map(({ change }) => change.kind)).toEqual(['keys', 'keys', 'keys']);
  });

  it('deletes the key that it created when another rotation was first', async () => {
    const [first, others] = [publishedKey(), publishedKey({ signsFrom: later(30), kmsKeyId: 'arn:other' })];
    await publishFirstKey(first);
    const before = usableKmsKeys();
    let published: Promise<unknown> = Promise.resolve();
    table.beforeNextTransaction(() => {
      published = publishNextKey(others, first.keyId);
      return published.then(() => {});
    });
    expect(await rotate(30)).toEqual({ created: 0, retired: 0 });
    expect(await published).toEqual({ outcome: 'committed' });
    expect(usableKmsKeys()).toEqual(before);
    expect(await listKeys()).toHaveLength(2);
  });

  it('keeps the key that it created when the answer to its commit was lost', async () => {
    await signingKey(at);
    table.failNext('lost-answer');
    await expect(rotate(30)).rejects.toThrow();
    const published = (await listKeys()).map(({ kmsKeyId }) => kmsKeyId);
    expect(usableKmsKeys()).toEqual(expect.arrayContaining(published.filter((id) => id !== undefined)));
    expect(published).toHaveLength(2);
  });

  it('deletes the key that it created when the table cannot be written', async () => {
    await signingKey(at);
    const before = usableKmsKeys();
    table.failNext('unreachable');
    await expect(rotate(30)).rejects.toThrow();
    expect(usableKmsKeys()).toEqual(before);
  });

  it('withdraws a retired key that was deleted before', async () => {
    const [first, second] = [publishedKey({ kmsKeyId: 'arn:retired' }), publishedKey({ signsFrom: later(1) })];
    signing.kms().addKey('arn:retired');
    await publishFirstKey(first);
    await publishNextKey(second, first.keyId);
    const key = signing.kms().keys.get('arn:retired');
    if (key !== undefined) key.deleted = true;
    expect(await rotate(2)).toEqual({ created: 0, retired: 1 });
    expect(await findKey(first.keyId)).toBeUndefined();
  });
});

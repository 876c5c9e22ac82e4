import { describe, expect, it } from 'vitest';
import { publishedKey } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { publicJwk } from '../../model/tokens/verification-key.ts';
import { handler } from '../../rest.ts';
import { publishFirstKey, publishNextKey } from '../../store/key-table.ts';

emptyTable('auth');
const getKeys = () => send(handler, 'GET /.well-known/jwks.json');

describe('getKeys', () => {
  it('is an empty list before anything was signed', async () => {
    expect(await getKeys()).toMatchObject({ status: 200, body: { keys: [] } });
  });

  it('lists every published key as a JWKS, which clients may keep for five minutes', async () => {
    const [first, next] = [publishedKey(), publishedKey({ kmsKeyId: 'arn:aws:kms:::key/2' })];
    await publishFirstKey(first);
    await publishNextKey(next, first.keyId);
    const { body, headers } = await getKeys();
    const keys = [first, next].map(publicJwk).toSorted((one, other) => (one.kid < other.kid ? -1 : 1));
    expect(body).toEqual({ keys });
    expect(headers['Cache-Control']).toBe('public, max-age=300');
  });
});

import { describe, expect, it } from 'vitest';
import { organizationId, storedUser } from '../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { newId } from '../../shared/ids.ts';
import { rightsOf } from '../model/rights-feed.ts';
import { readRightsChanges, rightsChangeWrite } from './rights-feed-table.ts';
import { findRights, newUserWrites, users } from './user-table.ts';

const table = emptyTable('auth');
const feedRow = (change: object, atMs: number) => ({
  Put: { Item: { pk: 'FEED#RIGHTS', sk: newId(new Date(atMs).toISOString()), change } },
});

describe('the rights feed', () => {
  it('holds every change since a time, in the order of writing', async () => {
    const user = rightsOf(storedUser());
    table.put(feedRow({ kind: 'keys' }, Date.now() - 60_000));
    const sinceMs = Date.now() - 10;
    table.put(rightsChangeWrite({ kind: 'user', rights: user }));
    await new Promise((resolve) => setTimeout(resolve, 2));
    table.put(rightsChangeWrite({ kind: 'session', sessionId: 'session' }));
    expect((await readRightsChanges(sinceMs)).map(({ change }) => change)).toEqual([
      { kind: 'user', rights: user },
      { kind: 'session', sessionId: 'session' },
    ]);
    expect(await readRightsChanges(0)).toHaveLength(3);
  });

  it('skips kinds of a newer version, and stops at a row that is corrupt', async () => {
    table.put(feedRow({ kind: 'weather', of: 'tomorrow' }, Date.now()), feedRow({ kind: 'keys' }, Date.now()));
    expect((await readRightsChanges(0)).map(({ change }) => change)).toEqual([{ kind: 'keys' }]);
    table.put(feedRow({ kind: 'session' }, Date.now()));
    await expect(readRightsChanges(0)).rejects.toThrow('sessionId');
  });
});

describe('rights', () => {
  it('hold nothing but what decides about calls, and no role of a newer version', async () => {
    const user = storedUser({ roles: ['buyer'] });
    table.put(...newUserWrites(user));
    const withNewRole = { ...users.put(organizationId, { ...user, version: 2 }) };
    if ('Put' in withNewRole) Object.assign(withNewRole.Put.Item ?? {}, { roles: ['buyer', 'auditor'] });
    table.put(withNewRole);
    expect(await findRights(organizationId, user.userId)).toEqual({ ...rightsOf(user), version: 2 });
  });
});

import { describe, expect, it } from 'vitest';
import type { UserRights } from '../../functions/auth/model/rights-feed.ts';
import { knownUsers } from './known-users.ts';

const organizationId = '0197a000-0000-7000-8000-0000000000aa';
const pep: UserRights = {
  userId: '0197a000-0000-7000-8000-000000000001',
  organizationId,
  roles: ['producer'],
  localIds: [],
  active: true,
  sessionGeneration: 0,
  version: 3,
};
const shutOut: UserRights = { ...pep, active: false, version: 4 };

function table(stored = pep) {
  const state: { stored: UserRights | undefined; reads: number; fresh: boolean } = { stored, reads: 0, fresh: true };
  const clock = { ms: 0 };
  const users = knownUsers({
    findUser: async () => {
      state.reads++;
      return state.stored;
    },
    isFresh: () => state.fresh,
    nowMs: () => clock.ms,
  });
  const find = () => users.find(organizationId, pep.userId);
  return { state, clock, users, find };
}

describe('knownUsers', () => {
  it('reads a user once while the feed is fresh, many calls at once too', async () => {
    const { state, find } = table();
    expect(await Promise.all([find(), find(), find()])).toEqual([pep, pep, pep]);
    expect(await find()).toBe(await find());
    expect(state.reads).toBe(1);
  });

  it('reads a user at each call while it is not', async () => {
    const { state, find } = table();
    await find();
    state.fresh = false;
    state.stored = shutOut;
    expect(await find()).toEqual(shutOut);
    expect(await find()).toEqual(shutOut);
    expect(state.reads).toBe(3);
  });

  it('takes what the feed says, without a read', async () => {
    const { state, users, find } = table();
    await find();
    users.apply(shutOut);
    expect(await find()).toEqual(shutOut);
    expect(state.reads).toBe(1);
  });

  it('knows what is not current any more', async () => {
    const { users } = table();
    expect(users.isCurrent(pep.userId, 3, users.epoch)).toBe(true);
    users.apply(shutOut);
    expect(users.isCurrent(pep.userId, 3, users.epoch)).toBe(false);
    expect(users.isCurrent(pep.userId, 4, users.epoch)).toBe(true);
  });

  it('lets no late row undo a newer one', async () => {
    const { users, find } = table();
    users.apply(shutOut);
    users.apply({ ...pep, roles: ['admin'] });
    expect(await find()).toEqual(shutOut);
  });

  it('believes the feed when the table still shows the user as before', async () => {
    const { state, users, find } = table();
    state.fresh = false;
    users.apply(shutOut);
    expect(await find()).toEqual(shutOut);
    state.fresh = true;
    expect(await find()).toEqual(shutOut);
  });

  it('does not remember that somebody is unknown: they may register the next moment', async () => {
    const { state, find } = table();
    state.stored = undefined;
    expect(await find()).toBeUndefined();
    state.stored = pep;
    expect(await find()).toEqual(pep);
  });

  it('shows a user to no other organization', async () => {
    const { users, find } = table();
    await find();
    users.apply(shutOut);
    expect(await users.find('0197a000-0000-7000-8000-0000000000ab', pep.userId)).toBeUndefined();
  });

  it('reads a user again after a minute, feed or no feed', async () => {
    const { state, clock, find } = table();
    await find();
    clock.ms = 60_000;
    await find();
    expect(state.reads).toBe(2);
  });

  it('reads a user again a minute after it heard of them, too', async () => {
    const { state, clock, users, find } = table();
    users.apply(shutOut);
    clock.ms = 59_999;
    expect(await find()).toEqual(shutOut);
    expect(state.reads).toBe(0);
    clock.ms = 60_000;
    state.stored = { ...pep, version: 5 };
    expect(await find()).toEqual(state.stored);
  });

  it('forgets changes only when no token is left that was verified before, and is bounded', () => {
    const { clock, users } = table();
    users.apply(shutOut);
    clock.ms = 15 * 60_000;
    users.apply({ ...pep, userId: 'another' });
    expect(users.isCurrent(pep.userId, 3, users.epoch)).toBe(false);
    const { epoch } = users;
    for (let index = 0; index < 20_000; index++) users.apply({ ...pep, userId: `user ${index}` });
    // Not one change was forgotten without making all that was found before void.
    expect(users.isCurrent(pep.userId, 3, epoch)).toBe(false);
    expect(users.epoch).toBeGreaterThan(epoch);
  });
});

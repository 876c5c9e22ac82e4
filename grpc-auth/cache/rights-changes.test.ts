import { describe, expect, it } from 'vitest';
import type { RightsChange } from '../../functions/auth/model/rights-feed.ts';
import { Health } from '../../grpc-shared/server/health.ts';
import { rightsChanges } from './rights-changes.ts';

const user = (userId: string): RightsChange => ({
  kind: 'user',
  rights: { userId, organizationId: 'o', roles: [], localIds: [], active: false, sessionGeneration: 0, version: 2 },
});

function follower() {
  const state = { rows: [] as { id: string; change: RightsChange }[], since: [] as number[], out: false };
  const applied: string[] = [];
  const feed = rightsChanges({
    health: new Health(),
    async readChanges(sinceMs) {
      if (state.out) throw new Error('out of reach');
      state.since.push(sinceMs);
      return state.rows;
    },
    apply(change) {
      applied.push(change.kind === 'user' ? change.rights.userId : 'keys');
    },
  });
  return { state, applied, feed };
}

describe('rightsChanges', () => {
  it('applies each change once, also one that appears before others that were seen', async () => {
    const { state, applied, feed } = follower();
    state.rows = [{ id: '2', change: user('ana') }];
    await feed.poll();
    await feed.poll();
    state.rows = [
      { id: '1', change: user('late') },
      { id: '2', change: user('ana') },
      { id: '3', change: { kind: 'keys' } },
    ];
    await feed.poll();
    expect(applied).toEqual(['ana', 'late', 'keys']);
  });

  it('reads the keys once, however often they changed', async () => {
    const { state, applied, feed } = follower();
    state.rows = Array.from({ length: 20 }, (_, index) => ({ id: String(index), change: { kind: 'keys' } }));
    state.rows.push({ id: '20', change: user('ana') });
    await feed.poll();
    expect(applied).toEqual(['ana', 'keys']);
  });

  it('applies a change again that could not be applied, and does not vouch for anything before', async () => {
    const health = new Health();
    const state = { out: true, applied: 0 };
    const feed = rightsChanges({
      health,
      readChanges: async () => [{ id: '1', change: { kind: 'keys' } }],
      async apply() {
        if (state.out) throw new Error('the list of keys is out of reach');
        state.applied++;
      },
    });
    await feed.poll();
    expect([feed.isFresh(), health.isServing]).toEqual([false, false]);
    state.out = false;
    await feed.poll();
    await feed.poll();
    expect([feed.isFresh(), health.isServing, state.applied]).toEqual([true, true, 1]);
  });

  it('reads from half a minute before it last could, so that no late row is missed', async () => {
    const { state, feed } = follower();
    const before = Date.now();
    await feed.poll();
    state.out = true;
    await feed.poll();
    state.out = false;
    await feed.poll();
    const [first = 0, second = 0] = state.since;
    // The first reading goes back as far as any token in force does.
    expect(before - first).toBeGreaterThanOrEqual(15 * 60_000);
    expect(second).toBeGreaterThanOrEqual(before - 30_100);
    expect(second).toBeLessThanOrEqual(Date.now() - 30_000);
  });
});

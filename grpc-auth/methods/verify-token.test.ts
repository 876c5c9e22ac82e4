import { beforeEach, describe, expect, it } from 'vitest';
import type { UserRights } from '../../functions/auth/model/rights-feed.ts';
import { rotationDue, signingKeyAt } from '../../functions/auth/model/tokens/key-rotation.ts';
import { signAccessToken } from '../../functions/auth/model/tokens/token.ts';
import { VerifyTokenResponse } from '../../generated/grpc/lonja/auth/v1/auth.ts';
import { ephemeralKey } from '../../tests/kit/ephemeral-key.ts';
import { endedSessions } from '../cache/ended-sessions.ts';
import { knownKeys } from '../cache/known-keys.ts';
import { knownUsers } from '../cache/known-users.ts';
import { tokenVerifier } from './verify-token.ts';

const issuer = 'https://lonja.dev/test';
const key = await ephemeralKey();
const organizationId = '0197a000-0000-7000-8000-0000000000aa';
const pep: UserRights = {
  userId: '0197a000-0000-7000-8000-000000000001',
  organizationId,
  roles: ['buyer'],
  localIds: [],
  active: true,
  sessionGeneration: 0,
  version: 1,
};
const startMs = Date.parse('2026-11-01T08:00:00.000Z');
const sessionId = '0197a000-0000-7000-8000-0000000000ee';
const tokenOf = (tokenId: string) =>
  signAccessToken(
    { sessionId, userId: pep.userId, organizationId, tokenId, issuedAt: new Date(startMs).toISOString(), issuer },
    key.signer,
  );
const tokenA = await tokenOf('0197a000-0000-7000-8000-0000000000ca');
const tokenB = await tokenOf('0197a000-0000-7000-8000-0000000000cb');

/** One replica, its clock, its feed and its table in our hands. `reads` of users say whether an answer was kept. */
function replica() {
  const state = {
    fresh: true,
    nowMs: startMs,
    user: pep as UserRights | undefined,
    published: [key.published],
    out: false,
    reads: 0,
    sessionOver: false,
  };
  const read = <Found>(found: Found) => {
    if (state.out) throw new Error('the table is out of reach');
    return found;
  };
  const isFresh = () => state.fresh;
  const users = knownUsers({
    isFresh,
    findUser: async () => {
      state.reads++;
      return read(state.user);
    },
  });
  const keys = knownKeys(async () => read(state.published));
  const sessions = endedSessions({ isFresh, isSessionOver: async () => read(state.sessionOver) });
  const verify = tokenVerifier({ issuer, keys, users, sessions, isFresh, nowMs: () => state.nowMs });
  const outcome = async (token = tokenA) => {
    const { isValid, errorMessage } = VerifyTokenResponse.decode(await verify(token));
    return isValid || errorMessage;
  };
  return { state, users, keys, sessions, verify, outcome };
}

let one = replica();
beforeEach(() => {
  one = replica();
});

describe('a token that was verified before', () => {
  beforeEach(async () => {
    expect(await one.outcome()).toBe(true);
  });

  it('is answered at once, with the bytes of the first answer, without a read', async () => {
    const first = one.verify(tokenA);
    expect(first).toBeInstanceOf(Buffer);
    expect(one.verify(tokenA)).toBe(first);
    // Another token of the same user shares the answer.
    expect(await one.verify(tokenB)).toBe(first);
    expect(one.state.reads).toBe(1);
  });

  it('is refused once it ran out', async () => {
    one.state.nowMs = startMs + 904_999;
    expect(await one.outcome()).toBe(true);
    one.state.nowMs = startMs + 905_000;
    expect(await one.outcome()).toBe('expired');
  });

  it('is refused before it is in force, should the clock step back', async () => {
    one.state.nowMs = startMs - 5001;
    expect(await one.outcome()).toBe('bad-claims');
  });

  it('is refused when the feed says that its user was shut out', async () => {
    one.users.apply({ ...pep, active: false, version: 2 });
    expect(await one.outcome()).toBe('deactivated');
  });

  it('is refused when the feed says that its session ended', async () => {
    one.sessions.apply(sessionId);
    expect(await one.outcome()).toBe('session-ended');
    expect(await one.outcome(tokenB)).toBe('session-ended');
  });

  it('is refused by the table when its session ended and the feed is not fresh', async () => {
    one.state.fresh = false;
    one.state.sessionOver = true;
    expect(await one.outcome()).toBe('session-ended');
  });

  it('says what its user may do since the feed said so', async () => {
    one.users.apply({ ...pep, roles: ['producer'], version: 2 });
    const { permissions } = VerifyTokenResponse.decode(await one.verify(tokenA));
    expect(permissions).toContain('product:write');
    expect(permissions).not.toContain('order:place');
    expect(one.verify(tokenA)).toBeInstanceOf(Buffer);
  });

  it('is checked with the table while the feed is not fresh', async () => {
    one.state.fresh = false;
    one.state.user = { ...pep, active: false, version: 2 };
    expect(await one.outcome()).toBe('deactivated');
  });

  it('is neither good nor bad while neither the feed nor the table can be read', async () => {
    one.state.fresh = false;
    one.state.out = true;
    await expect(one.outcome()).rejects.toThrow('out of reach');
  });

  it('is refused when its key was taken back', async () => {
    one.state.published = [];
    await one.keys.reread();
    expect(await one.outcome()).toBe('unknown-key');
  });

  it('vouches for no other: a changed letter is another token', async () => {
    const place = tokenA.length - 20;
    const letter = tokenA[place] === 'A' ? 'B' : 'A';
    expect(await one.outcome(`${tokenA.slice(0, place)}${letter}${tokenA.slice(place + 1)}`)).toBe('bad-signature');
    expect(await one.outcome(tokenA.slice(0, -1))).toBe('malformed');
    expect(await one.outcome(`${tokenA} `)).toBe('malformed');
  });
});

describe('a token that is shown the first time', () => {
  it('is verified once however many show it at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => one.verify(tokenA)));
    expect(new Set(answers).size).toBe(1);
    expect(one.state.reads).toBe(1);
  });

  it('is not kept when it was refused', async () => {
    one.state.user = undefined;
    expect(await one.outcome()).toBe('unknown-user');
    one.state.user = pep;
    expect(await one.outcome()).toBe(true);
  });

  it('is not kept when the table was out', async () => {
    one.state.out = true;
    await expect(one.outcome()).rejects.toThrow('out of reach');
    one.state.out = false;
    expect(await one.outcome()).toBe(true);
  });

  it('is refused when it is too large, without a look at it', async () => {
    expect(await one.outcome('x'.repeat(8193))).toBe('oversized');
    expect(await one.outcome('€'.repeat(4000))).toBe('oversized');
  });

  it('counts a change that was heard of while its user was being read', async () => {
    const gate = Promise.withResolvers<UserRights>();
    const users = knownUsers({ isFresh: () => true, findUser: () => gate.promise });
    const verify = tokenVerifier({
      issuer,
      keys: one.keys,
      users,
      sessions: one.sessions,
      isFresh: () => true,
      nowMs: () => startMs,
    });
    const first = verify(tokenA);
    users.apply({ ...pep, active: false, version: 2 });
    gate.resolve(pep);
    expect(VerifyTokenResponse.decode(await first).errorMessage).toBe('deactivated');
    expect(VerifyTokenResponse.decode(await verify(tokenA)).errorMessage).toBe('deactivated');
  });
});

describe('a rotation of keys', () => {
  it('refuses no good token: not before, at or after the switch, nor when the old key is taken back', async () => {
    const minuteMs = 60_000;
    const dayMs = 24 * 60 * minuteMs;
    const spare = await Promise.all([ephemeralKey(), ephemeralKey()]);
    const everyone = new Map([key, ...spare].map((made) => [made.published.keyId, made]));
    let published = [{ ...key.published, signsFrom: new Date(startMs).toISOString() }];
    let nowMs = startMs + 30 * dayMs - 30 * minuteMs;
    const isFresh = () => true;
    const users = knownUsers({ findUser: async () => pep, isFresh });
    // The clock of the keys is real but for what we add to it, so that waiting for one's turn to read works.
    const keys = knownKeys(
      async () => published,
      () => nowMs + performance.now(),
    );
    const sessions = endedSessions({ isFresh, isSessionOver: async () => false });
    const verify = tokenVerifier({ issuer, keys, users, sessions, isFresh, nowMs: () => nowMs });
    const shown: { token: string; untilMs: number }[] = [];
    const signedWith = new Set<string>();

    for (; nowMs < startMs + 31 * dayMs + 3 * 60 * minuteMs; nowMs += 5 * minuteMs) {
      const now = new Date(nowMs).toISOString();
      // The job runs once a day.
      if ((nowMs - startMs) % dayMs === 0) {
        const { create, retire } = rotationDue(published, now);
        published = published.filter(({ keyId }) => !retire.some((retired) => retired.keyId === keyId));
        const next = create && spare.pop();
        if (next) published.push({ ...next.published, signsFrom: create.signsFrom });
        await keys.reread();
      }
      const signing = everyone.get(signingKeyAt(published, now)?.keyId ?? '');
      if (signing === undefined) throw new Error('nobody can sign');
      signedWith.add(signing.published.keyId);
      const claims = { userId: pep.userId, organizationId, tokenId: organizationId, issuedAt: now, issuer };
      shown.push({ token: await signAccessToken(claims, signing.signer), untilMs: nowMs + 15 * minuteMs });
      for (const { token, untilMs } of shown) {
        if (untilMs <= nowMs) continue;
        const { isValid, errorMessage } = VerifyTokenResponse.decode(await verify(token));
        expect([isValid, errorMessage], now).toEqual([true, '']);
      }
    }
    expect(signedWith.size).toBe(2);
    expect(published).toHaveLength(1);
  });
});

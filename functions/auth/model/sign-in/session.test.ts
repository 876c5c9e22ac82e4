import { describe, expect, it } from 'vitest';
import { decideRefresh, openSession, parseRefreshToken, refreshTokenText, sessionLifeMs } from './session.ts';

const at = '2026-11-01T08:00:00.000Z';
const secret = (letter: string) => letter.repeat(43);
const token = {
  organizationId: '0197a000-0000-7000-8000-0000000000aa',
  familyId: '0197a000-0000-7000-8000-0000000000bb',
  secret: secret('a'),
};
const session = openSession(token, { userId: 'user-id', sessionGeneration: 0 }, at);

describe('a refresh token', () => {
  it('is read as it was written', () => {
    expect(parseRefreshToken(refreshTokenText(token))).toEqual(token);
  });

  it('is the same with its ids in capitals, but not with another secret', () => {
    const inCapitals = { organizationId: token.organizationId.toUpperCase(), familyId: token.familyId.toUpperCase() };
    expect(parseRefreshToken(refreshTokenText({ ...token, ...inCapitals }))).toEqual(token);
    expect(parseRefreshToken(refreshTokenText({ ...token, secret: secret('A') }))).toEqual({ ...token, secret: secret('A') });
  });

  it.each([
    '',
    'not a token',
    `${token.organizationId}.${token.familyId}`,
    `${token.organizationId}.${token.familyId}.short`,
    `${token.organizationId}.${token.familyId}.${secret('a')}b`,
    `${token.organizationId}.ORG#x.${secret('a')}`,
    `${refreshTokenText(token)}\n`,
  ])('of another form is refused: %j', (text) => {
    expect(parseRefreshToken(text)).toBeUndefined();
  });
});

describe('a session', () => {
  it('keeps no secret, only its hash', () => {
    expect(JSON.stringify(session)).not.toContain(token.secret);
  });

  it('exchanges its newest token for the next', () => {
    const first = decideRefresh(session, { presented: secret('a'), next: secret('b') }, at);
    expect(first).toMatchObject({ outcome: 'rotated', session: { version: 2, revoked: false } });
    if (first.outcome !== 'rotated') return;
    expect(decideRefresh(first.session, { presented: secret('b'), next: secret('c') }, at)).toMatchObject({
      outcome: 'rotated',
      session: { version: 3 },
    });
  });

  it('ends when a token that was replaced is used again, for the thief and for the victim', () => {
    const next = decideRefresh(session, { presented: secret('a'), next: secret('b') }, at);
    if (next.outcome !== 'rotated') throw new Error('the first token is good');
    const reuse = decideRefresh(next.session, { presented: secret('a'), next: secret('c') }, at);
    expect(reuse).toMatchObject({ outcome: 'reused', session: { revoked: true } });
    if (reuse.outcome !== 'reused') return;
    expect(decideRefresh(reuse.session, { presented: secret('b'), next: secret('d') }, at)).toEqual({ outcome: 'ended' });
    expect(decideRefresh(reuse.session, { presented: secret('a'), next: secret('d') }, at)).toEqual({ outcome: 'ended' });
  });

  it('ends after 30 days, however often it was refreshed', () => {
    const last = new Date(Date.parse(at) + sessionLifeMs - 1).toISOString();
    const over = new Date(Date.parse(at) + sessionLifeMs).toISOString();
    const next = decideRefresh(session, { presented: secret('a'), next: secret('b') }, last);
    expect(next.outcome).toBe('rotated');
    if (next.outcome !== 'rotated') return;
    expect(decideRefresh(next.session, { presented: secret('b'), next: secret('c') }, over)).toEqual({ outcome: 'ended' });
  });
});

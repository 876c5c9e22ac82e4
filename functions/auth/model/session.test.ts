import { describe, expect, it } from 'vitest';
import { openSession, parseRefreshToken, refreshTokenText, rotate, sessionLifeMs } from './session.ts';

const at = '2026-11-01T08:00:00.000Z';
const secret = (letter: string) => letter.repeat(43);
const token = {
  organizationId: '0197a000-0000-7000-8000-0000000000aa',
  familyId: '0197a000-0000-7000-8000-0000000000bb',
  secret: secret('a'),
};
const session = openSession(token, 'user-id', at);

describe('a refresh token', () => {
  it('is read as it was written', () => {
    expect(parseRefreshToken(refreshTokenText(token))).toEqual(token);
  });

  it.each([
    '',
    'not a token',
    `${token.organizationId}.${token.familyId}`,
    `${token.organizationId}.${token.familyId}.short`,
    `${token.organizationId}.${token.familyId}.${secret('a')}b`,
    `${token.organizationId}.ORG#x.${secret('a')}`,
    `${refreshTokenText(token)}\n`,
  ])('that is none is refused: %j', (text) => {
    expect(parseRefreshToken(text)).toBeUndefined();
  });
});

describe('a session', () => {
  it('keeps no secret, only its hash', () => {
    expect(JSON.stringify(session)).not.toContain(token.secret);
  });

  it('exchanges its newest token for the next', () => {
    const first = rotate(session, secret('a'), secret('b'), at);
    expect(first).toMatchObject({ outcome: 'rotated', session: { generation: 2, revoked: false } });
    if (first.outcome !== 'rotated') return;
    expect(rotate(first.session, secret('b'), secret('c'), at)).toMatchObject({ outcome: 'rotated', session: { generation: 3 } });
  });

  it('ends when a token that was replaced is shown again, for the thief and for who was robbed', () => {
    const next = rotate(session, secret('a'), secret('b'), at);
    if (next.outcome !== 'rotated') throw new Error('the first token is good');
    const reuse = rotate(next.session, secret('a'), secret('c'), at);
    expect(reuse).toMatchObject({ outcome: 'reused', session: { revoked: true } });
    if (reuse.outcome !== 'reused') return;
    expect(rotate(reuse.session, secret('b'), secret('d'), at)).toEqual({ outcome: 'ended' });
    expect(rotate(reuse.session, secret('a'), secret('d'), at)).toEqual({ outcome: 'ended' });
  });

  it('ends after 30 days, however often it was refreshed', () => {
    const last = new Date(Date.parse(at) + sessionLifeMs - 1).toISOString();
    const over = new Date(Date.parse(at) + sessionLifeMs).toISOString();
    const next = rotate(session, secret('a'), secret('b'), last);
    expect(next.outcome).toBe('rotated');
    if (next.outcome !== 'rotated') return;
    expect(rotate(next.session, secret('b'), secret('c'), over)).toEqual({ outcome: 'ended' });
  });
});

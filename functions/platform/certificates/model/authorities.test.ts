import { describe, expect, it } from 'vitest';
import { type Authorities, type Authority, bundle, type Issued, isStale, nextStep, take } from './authorities.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const authority = (id: string, madeAt = day(0)): Authority => ({
  id,
  madeAt,
  certificate: `certificate of ${id}`,
  key: `key of ${id}`,
});
const held = (authorities: Authorities, issuedAt: string): Issued => ({
  certificate: 'certificate',
  key: 'key',
  authorities: bundle(authorities),
  issuedBy: authorities.signing.id,
  issuedAt,
  dnsNames: ['auth.grpc.lonja.internal'],
});

describe('nextStep', () => {
  const alone: Authorities = { signing: authority('first') };
  const announced: Authorities = { ...alone, next: authority('second') };
  const switched = take('switch', announced, authority('unused'));

  it('begins with an authority, and keeps it for half a year', () => {
    expect(nextStep(undefined, [], day(0))).toBe('found');
    expect(nextStep(alone, [held(alone, day(0))], day(179))).toBe('keep');
    expect(nextStep(alone, [held(alone, day(0))], day(180))).toBe('announce');
  });

  it('lets the next one sign when everybody has trusted it for two days', () => {
    expect(nextStep(announced, [held(announced, day(180)), held(announced, day(180))], day(182))).toBe('switch');
    expect(nextStep(announced, [held(announced, day(180)), held(announced, day(181))], day(182))).toBe('keep');
  });

  it('waits for whoever does not trust it yet, however long', () => {
    expect(nextStep(announced, [held(announced, day(180)), held(alone, day(0))], day(300))).toBe('keep');
    expect(nextStep(announced, [held(announced, day(180)), undefined], day(300))).toBe('keep');
  });

  it('forgets the previous one when nobody has shown a certificate of it for two days', () => {
    expect(switched).toEqual({ signing: announced.next, previous: { certificate: 'certificate of first' } });
    expect(nextStep(switched, [held(switched, day(182))], day(184))).toBe('retire');
    expect(nextStep(switched, [held(switched, day(183))], day(184))).toBe('keep');
    expect(nextStep(switched, [held(switched, day(182)), held(announced, day(180))], day(300))).toBe('keep');
    expect(take('retire', switched, authority('unused'))).toEqual({ signing: announced.next });
  });

  it('keeps no private key of an authority that signs no more', () => {
    expect(JSON.stringify(switched)).not.toContain('key of first');
  });
});

describe('isStale', () => {
  const authorities: Authorities = { signing: authority('first') };
  const names = ['auth.grpc.lonja.internal'];

  it('is what is missing, a month old, or under other names', () => {
    expect(isStale(undefined, names, authorities, day(0))).toBe(true);
    expect(isStale(held(authorities, day(0)), names, authorities, day(29))).toBe(false);
    expect(isStale(held(authorities, day(0)), names, authorities, day(30))).toBe(true);
    expect(isStale(held(authorities, day(0)), [], authorities, day(1))).toBe(true);
  });

  it('is what trusts or was signed by others than it should', () => {
    const announced = take('announce', authorities, authority('second'));
    expect(isStale(held(authorities, day(0)), names, announced, day(1))).toBe(true);
    const switched = take('switch', announced, authority('unused'));
    expect(isStale(held(announced, day(0)), names, switched, day(1))).toBe(true);
    expect(isStale(held(switched, day(0)), names, take('retire', switched, authority('unused')), day(1))).toBe(true);
  });
});

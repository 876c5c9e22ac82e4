import { describe, expect, it } from 'vitest';
import { type Authorities, type Authority, afterStep, bundle, type Issued, isStale, nextStep } from './authorities.ts';

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
  const switched = afterStep('switch', announced, authority('unused'));

  it('creates an authority first, and keeps it for half a year', () => {
    expect(nextStep(undefined, [], day(0))).toBe('create');
    expect(nextStep(alone, [held(alone, day(0))], day(179))).toBe('keep');
    expect(nextStep(alone, [held(alone, day(0))], day(180))).toBe('announce');
  });

  it('lets the next one sign when every peer has trusted it for two days', () => {
    expect(nextStep(announced, [held(announced, day(180)), held(announced, day(180))], day(182))).toBe('switch');
    expect(nextStep(announced, [held(announced, day(180)), held(announced, day(181))], day(182))).toBe('keep');
  });

  it('waits for a peer that does not trust it yet, however long', () => {
    expect(nextStep(announced, [held(announced, day(180)), held(alone, day(0))], day(300))).toBe('keep');
    expect(nextStep(announced, [held(announced, day(180)), undefined], day(300))).toBe('keep');
  });

  it('retires the previous one when no peer has used a certificate of it for two days', () => {
    expect(switched).toEqual({ signing: announced.next, previous: { certificate: 'certificate of first' } });
    expect(nextStep(switched, [held(switched, day(182))], day(184))).toBe('retire');
    expect(nextStep(switched, [held(switched, day(183))], day(184))).toBe('keep');
    expect(nextStep(switched, [held(switched, day(182)), held(announced, day(180))], day(300))).toBe('keep');
    expect(afterStep('retire', switched, authority('unused'))).toEqual({ signing: announced.next });
  });

  it('keeps no private key of an authority that no longer signs', () => {
    expect(JSON.stringify(switched)).not.toContain('key of first');
  });
});

describe('isStale', () => {
  const authorities: Authorities = { signing: authority('first') };
  const names = ['auth.grpc.lonja.internal'];

  it('is true of a certificate that is missing, a month old, or for other names', () => {
    expect(isStale(undefined, names, authorities, day(0))).toBe(true);
    expect(isStale(held(authorities, day(0)), names, authorities, day(29))).toBe(false);
    expect(isStale(held(authorities, day(0)), names, authorities, day(30))).toBe(true);
    expect(isStale(held(authorities, day(0)), [], authorities, day(1))).toBe(true);
  });

  it('is true of a certificate that trusts, or was signed by, other authorities than it should', () => {
    const announced = afterStep('announce', authorities, authority('second'));
    expect(isStale(held(authorities, day(0)), names, announced, day(1))).toBe(true);
    const switched = afterStep('switch', announced, authority('unused'));
    expect(isStale(held(announced, day(0)), names, switched, day(1))).toBe(true);
    expect(isStale(held(switched, day(0)), names, afterStep('retire', switched, authority('unused')), day(1))).toBe(true);
  });
});

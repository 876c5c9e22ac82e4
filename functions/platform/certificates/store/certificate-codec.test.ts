import { describe, expect, it } from 'vitest';
import { authoritiesOf, issuedOf } from './certificate-codec.ts';

const authority = { id: 'a', madeAt: '2026-01-01T00:00:00.000Z', certificate: 'public', key: 'private' };
const issued = {
  ...{ certificate: 'public', key: 'private', authorities: 'a', issuedBy: 'a', issuedAt: authority.madeAt },
  dnsNames: ['auth.grpc.lonja.internal'],
};

describe('what a secret holds', () => {
  it('is read as it was stored, and nothing from a new secret', () => {
    const announced = { signing: authority, next: { ...authority, id: 'b' } };
    const switched = { signing: authority, previous: { certificate: 'public' } };
    expect([announced, switched].map(authoritiesOf)).toEqual([announced, switched]);
    expect(issuedOf(issued)).toEqual(issued);
    expect([authoritiesOf({}), issuedOf({})]).toEqual([undefined, undefined]);
  });

  it('is refused with the name of the field when it cannot be read, and never quoted', () => {
    const refusal = (read: () => unknown): string => {
      try {
        return String(read());
      } catch (thrown) {
        return String(thrown);
      }
    };
    const broken = refusal(() => authoritiesOf({ signing: { ...authority, key: { secret: 'private' } } }));
    expect(broken).toContain('authorities/signing/key');
    expect(broken).not.toContain('private');
    expect(refusal(() => issuedOf({ certificate: 'public' }))).toContain('issued/key');
  });
});

import { describe, expect, it } from 'vitest';
import { type Local, localAccess, openLocal } from './local.ts';
import type { User } from './user.ts';

const local: Local = { localId: 'mill', organizationId: 'olivar', name: 'The Mill', createdAt: '2026-11-01T08:00:00.000Z' };
const producer: User = {
  userId: 'pep',
  organizationId: 'olivar',
  email: 'pep@olivar.example',
  name: 'Pep',
  roles: ['producer'],
  localIds: ['mill'],
  active: true,
  registeredAt: '2026-11-01T08:00:00.000Z',
  version: 1,
};

describe('openLocal', () => {
  it('announces the shop', () => {
    expect(openLocal(local)).toMatchObject({
      local,
      event: {
        type: 'auth.local.created',
        aggregateId: 'mill',
        aggregateVersion: 1,
        data: { localId: 'mill', name: 'The Mill' },
      },
    });
  });
});

describe('localAccess', () => {
  it('is given to those who work there, and to an admin everywhere', () => {
    expect(localAccess(producer, local)).toEqual({ outcome: 'allowed', localName: 'The Mill' });
    expect(localAccess({ ...producer, roles: ['admin'], localIds: [] }, local)).toMatchObject({ outcome: 'allowed' });
  });

  it.each([
    ['a stranger', undefined, local, 'unknown-user'],
    ['a deactivated user', { ...producer, active: false }, local, 'unknown-user'],
    ['a shop that is not there', producer, undefined, 'unknown-local'],
    ['a shop of another market', producer, { ...local, organizationId: 'huerta' }, 'unknown-local'],
    ['a shop where the user does not work', { ...producer, localIds: [] }, local, 'not-assigned'],
    [
      'a shop of another market, to an admin',
      { ...producer, roles: ['admin' as const] },
      { ...local, organizationId: 'huerta' },
      'unknown-local',
    ],
  ])('is not given to %s', (_whom, user, shop, reason) => {
    expect(localAccess(user, shop)).toEqual({ outcome: 'denied', reason });
  });
});

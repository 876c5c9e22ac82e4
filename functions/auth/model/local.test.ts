import { describe, expect, it } from 'vitest';
import { decideLocalChange, type Local, localAccess, openLocal } from './local.ts';
import type { User } from './user.ts';

const local: Local = {
  localId: 'mill',
  organizationId: 'olivar',
  name: 'The Mill',
  status: 'open',
  createdAt: '2026-11-01T08:00:00.000Z',
  version: 1,
};
const producer: User = {
  userId: 'pep',
  organizationId: 'olivar',
  email: 'pep@olivar.example',
  verified: false,
  name: 'Pep',
  roles: ['producer'],
  localIds: ['mill'],
  active: true,
  sessionGeneration: 0,
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

describe('decideLocalChange', () => {
  const at = '2026-11-02T08:00:00.000Z';

  it.each([
    ['renames', { name: ' The Old Mill ' }, { name: 'The Old Mill', status: 'open' }],
    ['closes', { status: 'closed' as const }, { name: 'The Mill', status: 'closed' }],
    ['renames and closes', { name: 'The Old Mill', status: 'closed' as const }, { name: 'The Old Mill', status: 'closed' }],
  ])('%s a shop, and announces its whole state', (_does, update, after) => {
    expect(decideLocalChange(local, update, at)).toMatchObject({
      local: { ...after, version: 2 },
      event: { type: 'auth.local.updated', aggregateVersion: 2, data: { localId: 'mill', ...after, updatedAt: at } },
    });
  });

  it('opens a closed shop again', () => {
    expect(decideLocalChange({ ...local, status: 'closed' }, { status: 'open' }, at)?.local.status).toBe('open');
  });

  it.each([{}, { name: 'The Mill ' }, { status: 'open' as const }])('changes nothing by %j', (update) => {
    expect(decideLocalChange(local, update, at)).toBeUndefined();
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
    ['a closed shop', producer, { ...local, status: 'closed' as const }, 'local-closed'],
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

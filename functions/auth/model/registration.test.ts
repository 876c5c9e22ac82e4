import { describe, expect, it } from 'vitest';
import { permissionsOf } from './permissions.ts';
import { decideJoining, foundOrganization } from './registration.ts';

const newcomer = { userId: 'user-id', email: ' Ana@Olivar.example', name: ' Ana ', at: '2026-11-01T08:00:00.000Z' };

describe('foundOrganization', () => {
  it('makes the founder the admin of the new market', () => {
    const { organization, user, event } = foundOrganization(newcomer, { organizationId: 'org-id', name: 'Olivar' });
    expect(organization).toEqual({ organizationId: 'org-id', name: 'Olivar', foundedAt: newcomer.at });
    expect(user).toMatchObject({ organizationId: 'org-id', roles: ['admin'], active: true, version: 1 });
    expect(event).toEqual({
      type: 'auth.user.registered',
      aggregateId: 'user-id',
      aggregateVersion: 1,
      occurredOn: newcomer.at,
      data: {
        userId: 'user-id',
        email: 'ana@olivar.example',
        name: 'Ana',
        roles: ['admin'],
        permissions: permissionsOf(['admin']),
        registeredAt: newcomer.at,
      },
    });
  });
});

describe('decideJoining', () => {
  const organization = { organizationId: 'org-id', exists: true, emailTaken: false };

  it('takes a newcomer in as a buyer with no shop', () => {
    const joining = decideJoining(newcomer, organization);
    expect(joining).toMatchObject({
      outcome: 'joined',
      user: { organizationId: 'org-id', email: 'ana@olivar.example', name: 'Ana', roles: ['buyer'], localIds: [] },
      event: { data: { roles: ['buyer'] } },
    });
  });

  it('takes nobody into an organization that does not exist, nor twice with one e-mail address', () => {
    expect(decideJoining(newcomer, { ...organization, exists: false })).toEqual({ outcome: 'unknown-organization' });
    expect(decideJoining(newcomer, { ...organization, emailTaken: true })).toEqual({ outcome: 'email-taken' });
  });
});

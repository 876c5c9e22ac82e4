import { describe, expect, it } from 'vitest';
import { decideAssignment, decideDeactivation, type User } from './user.ts';

const ana: User = {
  userId: '0197a000-0000-7000-8000-000000000001',
  organizationId: '0197a000-0000-7000-8000-0000000000aa',
  email: 'ana@olivar.example',
  verified: false,
  name: 'Ana',
  roles: ['buyer'],
  localIds: [],
  active: true,
  sessionGeneration: 0,
  registeredAt: '2026-11-01T08:00:00.000Z',
  version: 1,
};
const local = '0197a000-0000-7000-8000-000000000010';
const assignment = { roles: ['producer'], localIds: [local], assignedBy: 'admin-id', at: '2026-11-02T08:00:00.000Z' } as const;

describe('decideAssignment', () => {
  it('replaces roles and shops, and announces what the user may do from now on', () => {
    const decided = decideAssignment(ana, assignment);
    expect(decided).toMatchObject({
      outcome: 'assigned',
      user: { roles: ['producer'], localIds: [local], version: 2 },
      event: {
        type: 'auth.permissions.changed',
        aggregateId: ana.userId,
        aggregateVersion: 2,
        occurredOn: assignment.at,
        data: {
          userId: ana.userId,
          roles: ['producer'],
          localIds: [local],
          permissions: expect.arrayContaining(['product:write']),
        },
      },
    });
  });

  it('names each role and shop once', () => {
    const decided = decideAssignment(ana, { ...assignment, roles: ['producer', 'buyer', 'producer'], localIds: [local, local] });
    expect(decided).toMatchObject({ user: { roles: ['buyer', 'producer'], localIds: [local] } });
  });

  it('changes nothing and announces nothing when the user has these roles and shops already', () => {
    const producer: User = { ...ana, roles: ['producer'], localIds: [local] };
    expect(decideAssignment(producer, assignment)).toEqual({ outcome: 'unchanged', user: producer });
  });

  it('takes a role away when none is given', () => {
    expect(decideAssignment(ana, { ...assignment, roles: [], localIds: [] })).toMatchObject({
      outcome: 'assigned',
      event: { data: { permissions: [] } },
    });
  });

  it('lets no admin remove their own role: an organization would be left that nobody can manage', () => {
    const admin: User = { ...ana, roles: ['admin'] };
    expect(decideAssignment(admin, { ...assignment, assignedBy: admin.userId })).toEqual({ outcome: 'own-administration' });
    const also = decideAssignment(admin, { ...assignment, roles: ['admin', 'producer'], assignedBy: admin.userId });
    expect(also.outcome).toBe('assigned');
  });
});

describe('decideDeactivation', () => {
  const decision = { deactivatedBy: 'admin-id', at: '2026-11-02T08:00:00.000Z' };

  it('locks a user out and announces it', () => {
    expect(decideDeactivation(ana, decision)).toMatchObject({
      outcome: 'deactivated',
      user: { active: false, roles: ana.roles, version: 2 },
      event: {
        type: 'auth.user.deactivated',
        aggregateId: ana.userId,
        aggregateVersion: 2,
        data: { deactivatedAt: decision.at },
      },
    });
  });

  it('announces it once', () => {
    expect(decideDeactivation({ ...ana, active: false }, decision)).toEqual({ outcome: 'unchanged' });
  });

  it('lets nobody deactivate themselves', () => {
    expect(decideDeactivation(ana, { ...decision, deactivatedBy: ana.userId })).toEqual({ outcome: 'own-account' });
  });
});

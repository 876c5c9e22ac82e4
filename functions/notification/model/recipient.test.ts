import { describe, expect, it } from 'vitest';
import { recipientOf, withRoles } from './recipient.ts';

const registered = {
  userId: 'u',
  email: 'u@example.com',
  name: 'U',
  roles: ['buyer' as const],
  registeredAt: '2026-11-22T10:00:00.000Z',
};

describe('a recipient', () => {
  it('is staff as an admin or a producer', () => {
    expect(recipientOf(registered, 1).isStaff).toBe(false);
    expect(recipientOf({ ...registered, roles: ['admin'] }, 1).isStaff).toBe(true);
  });

  it('becomes staff and stops being staff with the roles', () => {
    const promoted = withRoles(recipientOf(registered, 1), ['producer'], 2);
    expect(promoted).toMatchObject({ isStaff: true, version: 2 });
    expect(promoted && withRoles(promoted, ['buyer'], 3)).toMatchObject({ isStaff: false, version: 3 });
  });

  it('is not changed by an older or the same version', () => {
    const recipient = recipientOf(registered, 2);
    expect(withRoles(recipient, ['producer'], 1)).toBeUndefined();
    expect(withRoles(recipient, ['producer'], 2)).toBeUndefined();
  });
});

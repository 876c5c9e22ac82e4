import { describe, expect, it } from 'vitest';
import { type Administration, decideAdministration } from './administration.ts';

const administration: Administration = { organizationId: 'olivar', adminIds: ['ana', 'pep'], version: 4 };
const decide = (userId: string, isAdmin: boolean, adminIds = administration.adminIds) =>
  decideAdministration({ ...administration, adminIds }, { userId, isAdmin });

describe('decideAdministration', () => {
  it('lists a new admin, and no longer lists one who is none any more', () => {
    expect(decide('eva', true)).toEqual({
      outcome: 'changed',
      administration: { organizationId: 'olivar', adminIds: ['ana', 'eva', 'pep'], version: 5 },
    });
    expect(decide('pep', false)).toMatchObject({ outcome: 'changed', administration: { adminIds: ['ana'], version: 5 } });
  });

  it('changes nothing when the user stays what they are', () => {
    expect(decide('ana', true)).toEqual({ outcome: 'unchanged' });
    expect(decide('eva', false)).toEqual({ outcome: 'unchanged' });
  });

  it('keeps the last admin', () => {
    expect(decide('ana', false, ['ana'])).toEqual({ outcome: 'last-admin' });
  });
});

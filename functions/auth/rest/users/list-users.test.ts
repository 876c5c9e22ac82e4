import { describe, expect, it } from 'vitest';
import { admin, anotherOrganizationId, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const userOf = (n: number, given = {}) =>
  storedUser({
    userId: `0197a000-0000-7000-8000-00000000000${n}`,
    email: `user${n}@olivar.example`,
    registeredAt: `2026-11-0${n}T08:00:00.000Z`,
    ...given,
  });
const list = (query: Record<string, string> = {}, caller = admin) => send(handler, 'GET /auth/users', { query, caller });

describe('listUsers', () => {
  it('lists the users of the organization, the oldest first, page by page', async () => {
    const users = [userOf(2, { active: false }), userOf(1, { verified: true, roles: ['producer'] }), userOf(3)];
    table.put(...[...users, userOf(4, { organizationId: anotherOrganizationId })].flatMap(newUserWrites));
    const first = await list({ limit: '2' });
    expect(first).toMatchObject({
      status: 200,
      body: {
        users: [
          { email: 'user1@olivar.example', verified: true, active: true, roles: ['producer'] },
          { email: 'user2@olivar.example', verified: false, active: false },
        ],
      },
    });
    expect(first.rawBody).not.toContain('scrypt');
    const cursor = String(Object(first.body).nextCursor);
    const { body } = await list({ limit: '2', cursor });
    expect(body).toMatchObject({ users: [{ email: 'user3@olivar.example' }] });
    expect(body).not.toHaveProperty('nextCursor');
  });

  it('takes the permission to manage users', async () => {
    expect(await list({}, newCaller({ organizationId, permissions: ['order:read-any'] }))).toMatchObject({ status: 403 });
  });
});

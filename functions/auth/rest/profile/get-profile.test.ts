import { describe, expect, it } from 'vitest';
import { at, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const user = storedUser({ verified: true, language: 'es' });
const { userId, email } = user;
const caller = newCaller({ userId, organizationId, permissions: [] });
const profile = {
  userId,
  organizationId,
  email,
  verified: true,
  name: 'Ana',
  language: 'es',
  roles: ['buyer'],
  localIds: [],
  registeredAt: at,
};
const get = () => send(handler, 'GET /auth/me', { caller });

describe('getProfile', () => {
  it('shows the profile, and nothing of the password', async () => {
    table.put(...newUserWrites(user));
    expect(await get()).toMatchObject({ status: 200 });
    expect((await get()).body).toEqual(profile);
  });

  it('is 404 for somebody who was erased a moment ago', async () => {
    expect(await get()).toMatchObject({ status: 404 });
  });
});

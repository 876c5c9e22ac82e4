import { notFound, ok } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { shownProfile } from '../../model/profile/profile.ts';
import { users } from '../../store/user-table.ts';

export const getProfile = route('GET /auth/me', async ({ caller: { organizationId, userId } }) => {
  const user = await users.find(organizationId, userId);
  return user === undefined ? notFound() : ok(shownProfile(user));
});

import { ok } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { listedUser } from '../../model/profile/profile.ts';
import { listUsers as list } from '../../store/user-table.ts';

/** The users of the caller's organization, the oldest first. */
export const listUsers = route('GET /auth/users', async ({ query, caller }) => {
  const { users, ...next } = await list(caller.organizationId, query);
  return ok({ users: users.map(listedUser), ...next });
});

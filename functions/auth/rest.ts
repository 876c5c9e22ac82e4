import { authOperations } from '../../generated/rest/auth.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getLocal } from './rest/locals/get-local.ts';
import { listLocals } from './rest/locals/list-locals.ts';
import { openLocal } from './rest/locals/open-local.ts';
import { logOut } from './rest/sessions/log-out.ts';
import { getKeys } from './rest/tokens/get-keys.ts';
import { deactivateUser } from './rest/users/deactivate-user.ts';
import { register } from './rest/users/register.ts';
import { setRoles } from './rest/users/set-roles.ts';

export const handler = restHandler(authOperations, {
  register,
  logOut,
  getKeys,
  setRoles,
  deactivateUser,
  openLocal,
  listLocals,
  getLocal,
});

import { authOperations } from '../../generated/rest/auth.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { deactivateUser } from './rest/deactivate-user.ts';
import { getKeys } from './rest/get-keys.ts';
import { getLocal } from './rest/get-local.ts';
import { listLocals } from './rest/list-locals.ts';
import { logOut } from './rest/log-out.ts';
import { openLocal } from './rest/open-local.ts';
import { register } from './rest/register.ts';
import { setRoles } from './rest/set-roles.ts';

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

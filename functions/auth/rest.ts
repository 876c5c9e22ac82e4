import { type AuthOperations, authOperations } from '../../generated/rest/auth.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { createLocalRoute } from './rest/create-local.ts';
import { deactivateUserRoute } from './rest/deactivate-user.ts';
import { jwksRoute } from './rest/jwks.ts';
import { listLocalsRoute } from './rest/list-locals.ts';
import { logoutRoute } from './rest/logout.ts';
import { putUserRolesRoute } from './rest/put-user-roles.ts';
import { registerRoute } from './rest/register.ts';

export const handler = restHandler<AuthOperations>(authOperations, {
  'POST /auth/register': registerRoute,
  'POST /auth/logout': logoutRoute,
  'GET /.well-known/jwks.json': jwksRoute,
  'PUT /auth/users/{userId}/roles': putUserRolesRoute,
  'POST /auth/users/{userId}/deactivate': deactivateUserRoute,
  'POST /locals': createLocalRoute,
  'GET /locals': listLocalsRoute,
});

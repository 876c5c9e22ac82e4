import { type AuthOperations, authOperations } from '../../generated/rest/auth.ts';
import { restHandler } from '../shared/rest-handler.ts';
import { createLocalRoute } from './rest/create-local.ts';
import { getUserPermissionsRoute } from './rest/get-user-permissions.ts';
import { jwksRoute } from './rest/jwks.ts';
import { listLocalsRoute } from './rest/list-locals.ts';
import { loginRoute } from './rest/login.ts';
import { putUserRolesRoute } from './rest/put-user-roles.ts';
import { refreshRoute } from './rest/refresh.ts';
import { registerRoute } from './rest/register.ts';

export const handler = restHandler<AuthOperations>(authOperations, {
  'POST /auth/register': registerRoute,
  'POST /auth/login': loginRoute,
  'POST /auth/refresh': refreshRoute,
  'GET /.well-known/jwks.json': jwksRoute,
  'GET /auth/users/{userId}/permissions': getUserPermissionsRoute,
  'PUT /auth/users/{userId}/roles': putUserRolesRoute,
  'POST /locals': createLocalRoute,
  'GET /locals': listLocalsRoute,
});

import { type AuthSignInOperations, authSignInOperations } from '../../generated/rest/auth-sign-in.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { loginRoute } from './rest/login.ts';
import { refreshRoute } from './rest/refresh.ts';

/** A Lambda of its own, since these two alone may sign. */
export const handler = restHandler<AuthSignInOperations>(authSignInOperations, {
  'POST /auth/login': loginRoute,
  'POST /auth/refresh': refreshRoute,
});

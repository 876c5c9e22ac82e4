import { type AuthTwinsOperations, authTwinsOperations } from '../../generated/rest/auth-twins.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { getUserPermissionsRoute } from './rest/get-user-permissions.ts';
import { validateLocalRoute } from './rest/validate-local.ts';
import { authenticate, verifyTokenRoute } from './rest/verify-token.ts';

/**
 * What gRPC Auth answers, over REST: a Lambda of its own, on table and keys, that needs neither gRPC Auth nor the authorizer. It answers
 * when they do not.
 */
export const handler = restHandler<AuthTwinsOperations>(
  authTwinsOperations,
  {
    'GET /auth/verify': verifyTokenRoute,
    'GET /auth/users/{userId}/permissions': getUserPermissionsRoute,
    'GET /locals/{localId}/validate': validateLocalRoute,
  },
  authenticate,
);

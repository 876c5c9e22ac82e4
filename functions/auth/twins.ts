import { authTwinsOperations } from '../../generated/rest/auth-twins.ts';
import { readAhead } from '../shared/aws/read-ahead.ts';
import { bearerToken } from '../shared/rest/header.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { validateLocal } from './rest/locals/validate-local.ts';
import { verifyToken } from './rest/tokens/verify-token.ts';
import { getPermissions } from './rest/users/get-permissions.ts';
import { listKeys } from './store/key-table.ts';
import { findCaller } from './store/verified-token.ts';

// The keys are read again for each token. This read connects to the table, for a caller who has waited for gRPC already.
await readAhead({ 'verification keys': listKeys });

/**
 * Answers over REST what gRPC Auth answers. A Lambda of its own that needs only the table, neither gRPC Auth nor the authorizer, so
 * that it responds when they do not.
 */
export const handler = restHandler(authTwinsOperations, { verifyToken, getPermissions, validateLocal }, async ({ headers }) => {
  const token = bearerToken(headers);
  return token === undefined ? undefined : findCaller(token);
});

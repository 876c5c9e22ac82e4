import type { AuthTwinsOperations, LocalValidation } from '../../../generated/rest/auth-twins.ts';
import { ok } from '../../shared/rest/answer.ts';
import { bearerToken } from '../../shared/rest/bearer-token.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { localAccess } from '../model/local.ts';
import { findLocal } from '../store/local-table.ts';
import { tokenMissing, verify } from './verify-token.ts';

/** GET /locals/{localId}/validate: the twin of ValidateLocal, for the user of the token. */
export const validateLocalRoute: Route<AuthTwinsOperations['GET /locals/{localId}/validate']> = async ({ params, headers }) => {
  const token = bearerToken(headers);
  if (token === undefined) return tokenMissing();
  const verified = await verify(token);
  if (verified.outcome === 'refused') return ok(refusal(verified.reason));
  const access = localAccess(verified.rights, await findLocal(verified.rights.organizationId, params.localId));
  return ok(access.outcome === 'denied' ? refusal(access.reason) : { isValid: true, localName: access.localName });
};

const refusal = (errorMessage: string): LocalValidation => ({ isValid: false, errorMessage });

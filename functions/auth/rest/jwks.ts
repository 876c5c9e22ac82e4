import type { AuthOperations } from '../../../generated/rest/auth.ts';
import { ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { publicJwk } from '../model/tokens/verification-key.ts';
import { listKeys } from '../store/key-table.ts';

/** GET /.well-known/jwks.json: the public keys (RFC 7517). Empty until something was signed. */
export const jwksRoute: Route<AuthOperations['GET /.well-known/jwks.json']> = async () => {
  const keys = await listKeys();
  return ok({ keys: keys.map(publicJwk) }, { 'Cache-Control': 'public, max-age=300' });
};

import { ok } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { publicJwk } from '../../model/tokens/verification-key.ts';
import { listKeys } from '../../store/key-table.ts';

/** The public keys (RFC 7517). The list is empty until a token was signed. */
export const getKeys = route('GET /.well-known/jwks.json', async () => {
  const keys = await listKeys();
  return ok({ keys: keys.map(publicJwk) }, { 'Cache-Control': 'public, max-age=300' });
});

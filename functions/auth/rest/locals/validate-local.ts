import { ok } from '../../../shared/rest/answer.ts';
import { requiredToken } from '../../../shared/rest/header.ts';
import { route } from '../../../shared/rest/route.ts';
import { localAccess } from '../../model/local.ts';
import { findLocal } from '../../store/local-table.ts';
import { verifyAgainstTable } from '../../store/verified-token.ts';

/** The REST twin of ValidateLocal, for the user of the token. */
export const validateLocal = route('GET /locals/{localId}/validate', async ({ params, headers }) => {
  const verified = await verifyAgainstTable(requiredToken(headers));
  if (verified.outcome === 'refused') return ok({ isValid: false as const, errorMessage: verified.reason });
  const { rights } = verified;
  const access = localAccess(rights, await findLocal(rights.organizationId, params.localId));
  return access.outcome === 'denied'
    ? ok({ isValid: false as const, errorMessage: access.reason })
    : ok({ isValid: true as const, localName: access.localName });
});

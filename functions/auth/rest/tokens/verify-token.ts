import { ok } from '../../../shared/rest/answer.ts';
import { requiredToken } from '../../../shared/rest/header.ts';
import { route } from '../../../shared/rest/route.ts';
import { permissionsOf } from '../../model/permissions.ts';
import { verifyAgainstTable } from '../../store/verified-token.ts';

/** The REST twin of VerifyToken. That a token is bad is an answer; an outage is not. */
export const verifyToken = route('GET /auth/verify', async ({ headers }) => {
  const verified = await verifyAgainstTable(requiredToken(headers));
  if (verified.outcome === 'refused') return ok({ isValid: false as const, errorMessage: verified.reason });
  const { userId, organizationId, roles, localIds } = verified.rights;
  const permissions = permissionsOf(roles);
  return ok({ isValid: true as const, userId, organizationId, permissions, locals: localIds, active: true as const });
});

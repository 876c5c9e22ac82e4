import type { AuthOperations } from '../../../generated/rest/auth.ts';
import { ok } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { listLocals } from '../store/local-table.ts';

/** GET /locals: the shops of the caller's organization, the oldest first. */
export const listLocalsRoute: Route<AuthOperations['GET /locals']> = async ({ query, caller }) => {
  const { locals, nextCursor } = await listLocals(caller.organizationId, query);
  return ok({ locals: locals.map(({ localId, name }) => ({ localId, name })), ...(nextCursor !== undefined && { nextCursor }) });
};

import type { AuthOperations } from '../../../generated/rest/auth.ts';
import { created } from '../../shared/answer.ts';
import { commitNew } from '../../shared/commit.ts';
import { newId } from '../../shared/ids.ts';
import type { Route } from '../../shared/rest-handler.ts';
import { openLocal } from '../local.ts';
import { newLocalWrite } from '../local-table.ts';

/** POST /locals: opens a shop of the caller's organization. */
export const createLocalRoute: Route<AuthOperations['POST /locals']> = async ({ body, caller, cause, receivedAt }) => {
  const { local, event } = openLocal({
    localId: newId(receivedAt),
    organizationId: caller.organizationId,
    name: body.name.trim(),
    createdAt: receivedAt,
  });
  await commitNew({ cause, writes: [newLocalWrite(local)], publish: [event] });
  return created({ localId: local.localId, name: local.name }, `/api/v1/locals/${local.localId}`);
};

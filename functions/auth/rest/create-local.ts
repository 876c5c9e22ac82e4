import type { AuthOperations } from '../../../generated/rest/auth.ts';
import { newId } from '../../shared/ids.ts';
import { created } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { commitNew } from '../../shared/store/commit.ts';
import { openLocal } from '../model/local.ts';
import { newLocalWrite } from '../store/local-table.ts';

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

import { newId } from '../../../shared/ids.ts';
import { created, problem } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { noLongerAdmin } from '../../model/administration.ts';
import { openLocal as opened, shownLocal } from '../../model/local.ts';
import { putNewLocal } from '../../store/local-table.ts';
import { findManager, unchangedRights } from '../../store/user-table.ts';

/** Opens a shop of the caller's organization. */
export const openLocal = route('POST /locals', async ({ body, caller, receivedAt }) => {
  const { organizationId } = caller;
  const manager = await findManager(caller);
  if (manager === undefined) return problem('not-allowed', { detail: noLongerAdmin });
  const { local, event } = opened({
    localId: newId(receivedAt),
    organizationId,
    name: body.name.trim(),
    createdAt: receivedAt,
  });
  return {
    answer: created(shownLocal(local), `locals/${local.localId}`),
    writes: [putNewLocal(local), unchangedRights(manager)],
    publish: [event],
  };
});

import { newId } from '../../../shared/ids.ts';
import { created } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { openLocal as opened } from '../../model/local.ts';
import { putNewLocal } from '../../store/local-table.ts';

/** Opens a shop of the caller's organization. */
export const openLocal = route('POST /locals', async ({ body, caller, receivedAt }) => {
  const { organizationId } = caller;
  const { local, event } = opened({
    localId: newId(receivedAt),
    organizationId,
    name: body.name.trim(),
    createdAt: receivedAt,
  });
  const { localId, name } = local;
  return { answer: created({ localId, name }, `locals/${localId}`), writes: [putNewLocal(local)], publish: [event] };
});

import { etag, notFound, ok } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { shownLocal } from '../../model/local.ts';
import { findLocal } from '../../store/local-table.ts';

export const getLocal = route('GET /locals/{localId}', async ({ params, caller }) => {
  const local = await findLocal(caller.organizationId, params.localId);
  return local === undefined ? notFound() : ok(shownLocal(local), { ETag: etag(local.version) });
});

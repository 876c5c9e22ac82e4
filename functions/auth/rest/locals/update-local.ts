import { etag, notFound, ok, problem } from '../../../shared/rest/answer.ts';
import { givenIfMatch, staleVersion } from '../../../shared/rest/if-match.ts';
import { route } from '../../../shared/rest/route.ts';
import { noLongerAdmin } from '../../model/administration.ts';
import { shownLocal } from '../../model/local.ts';
import { changedLocal } from '../../store/changed-local.ts';

/** Renames a shop, closes it or opens it again. */
export const updateLocal = route('PATCH /locals/{localId}', async ({ params, body, caller, headers, receivedAt }) => {
  const accepts = givenIfMatch(headers)?.accepts ?? (() => true);
  const change = await changedLocal(caller, params.localId, { update: body, accepts, at: receivedAt });
  switch (change.outcome) {
    case 'no-manager':
      return problem('not-allowed', { detail: noLongerAdmin });
    case 'unknown':
      return notFound();
    case 'stale':
      return staleVersion(change.version);
    case 'changed': {
      const { local, writes = [], publish = [] } = change;
      return { answer: ok(shownLocal(local), { ETag: etag(local.version) }), writes, publish };
    }
  }
});

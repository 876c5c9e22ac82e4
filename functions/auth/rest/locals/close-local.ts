import { noContent, notFound, problem } from '../../../shared/rest/answer.ts';
import { givenIfMatch, staleVersion } from '../../../shared/rest/if-match.ts';
import { route } from '../../../shared/rest/route.ts';
import { noLongerAdmin } from '../../model/administration.ts';
import { changedLocal } from '../../store/changed-local.ts';

/** Closes a shop. It stays readable, since orders and products refer to it. */
export const closeLocal = route('DELETE /locals/{localId}', async ({ params, caller, headers, receivedAt }) => {
  const accepts = givenIfMatch(headers)?.accepts ?? (() => true);
  const change = await changedLocal(caller, params.localId, { update: { status: 'closed' }, accepts, at: receivedAt });
  switch (change.outcome) {
    case 'no-manager':
      return problem('not-allowed', { detail: noLongerAdmin });
    case 'unknown':
      return notFound();
    case 'stale':
      return staleVersion(change.version);
    case 'changed': {
      const { writes = [], publish = [] } = change;
      return { answer: noContent, writes, publish };
    }
  }
});

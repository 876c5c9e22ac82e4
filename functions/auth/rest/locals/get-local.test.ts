import { describe, expect, it } from 'vitest';
import { anotherOrganizationId, mill, organizationId } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { putNewLocal } from '../../store/local-table.ts';

const table = emptyTable('auth');
const get = (localId: string, ofOrganization = organizationId) =>
  send(handler, 'GET /locals/{localId}', {
    params: { localId },
    caller: newCaller({ organizationId: ofOrganization, permissions: [] }),
  });

describe('getLocal', () => {
  it('shows a shop to everybody of its organization, whatever the case of its id', async () => {
    table.put(putNewLocal(mill));
    const shown = { localId: mill.localId, name: 'The Mill' };
    expect(await get(mill.localId)).toMatchObject({ status: 200, body: shown });
    expect(await get(mill.localId.toUpperCase())).toMatchObject({ status: 200, body: shown });
  });

  it('is 404 for a shop that does not exist, or belongs to another organization', async () => {
    table.put(putNewLocal(mill));
    expect(await get('0197a000-0000-7000-8000-0000000000ff')).toMatchObject({ status: 404 });
    expect(await get(mill.localId, anotherOrganizationId)).toMatchObject({ status: 404 });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { admin, at, mill, storedAdmin } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { putNewLocal } from '../../store/local-table.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const params = { localId: mill.localId };
const close = (headers: Record<string, string> = {}) =>
  send(handler, 'DELETE /locals/{localId}', { params, headers, caller: admin, receivedAt: at });
beforeEach(() => table.put(...newUserWrites(storedAdmin), putNewLocal(mill)));

describe('closeLocal', () => {
  it('closes a shop once, and leaves it readable', async () => {
    expect(await close()).toMatchObject({ status: 204 });
    expect(await close()).toMatchObject({ status: 204 });
    expect(table.published()).toMatchObject([{ type: 'auth.local.updated', eventData: { status: 'closed' } }]);
    const read = await send(handler, 'GET /locals/{localId}', { params, caller: admin });
    expect(read).toMatchObject({ status: 200, body: { status: 'closed' } });
  });

  it('is 412 for another version than the one that was seen', async () => {
    expect(await close({ 'If-Match': '"7"' })).toMatchObject({ status: 412 });
  });
});

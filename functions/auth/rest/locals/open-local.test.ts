import { beforeEach, describe, expect, it } from 'vitest';
import { admin, at, organizationId, storedAdmin } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const open = (body: object, headers = {}) => send(handler, 'POST /locals', { body, headers, caller: admin, receivedAt: at });
beforeEach(() => table.put(...newUserWrites(storedAdmin)));

describe('openLocal', () => {
  it('opens a shop, announces it and says where it can be read', async () => {
    const { status, body, headers } = await open({ name: ' The Mill ' });
    const [event] = table.published();
    const localId = event?.aggregateId;
    expect({ status, body }).toEqual({ status: 201, body: { localId, name: 'The Mill', status: 'open' } });
    expect(headers.Location).toBe(`locals/${localId}`);
    expect(event).toMatchObject({
      type: 'auth.local.created',
      eventData: { localId, name: 'The Mill' },
      metadata: { organizationId, userId: admin.userId, aggregateVersion: 1 },
    });
    const read = await send(handler, 'GET /locals/{localId}', { params: { localId: String(localId) }, caller: admin });
    expect(read).toMatchObject({ status: 200, headers: { ETag: '"1"' }, body: { localId, name: 'The Mill', status: 'open' } });
  });

  it('opens one shop when it is asked twice with one key', async () => {
    const once = { 'Idempotency-Key': 'open-the-mill' };
    const first = await open({ name: 'The Mill' }, once);
    const second = await open({ name: 'The Mill' }, once);
    expect([second.rawBody, second.headers['Idempotency-Replayed']]).toEqual([first.rawBody, 'true']);
    expect(table.published()).toHaveLength(1);
  });

  it('takes the right to manage the organization', async () => {
    const caller = newCaller({ organizationId, permissions: ['product:write'] });
    expect(await send(handler, 'POST /locals', { body: { name: 'The Mill' }, caller })).toMatchObject({ status: 403 });
    expect(table.published()).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { admin, anotherOrganizationId, at, mill, organizationId, storedAdmin } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { findLocal, putNewLocal } from '../../store/local-table.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const params = { localId: mill.localId };
const update = (body: object, headers: Record<string, string> = {}) =>
  send(handler, 'PATCH /locals/{localId}', { params, body, headers, caller: admin, receivedAt: at });
beforeEach(() => table.put(...newUserWrites(storedAdmin), putNewLocal(mill)));

describe('updateLocal', () => {
  it('renames a shop and announces it', async () => {
    const shown = { localId: mill.localId, name: 'The Old Mill', status: 'open' };
    expect(await update({ name: ' The Old Mill ' })).toMatchObject({ status: 200, headers: { ETag: '"2"' }, body: shown });
    expect(await findLocal(organizationId, mill.localId)).toEqual({ ...mill, name: 'The Old Mill', version: 2 });
    expect(table.published()).toMatchObject([
      {
        type: 'auth.local.updated',
        eventData: { ...shown, updatedAt: at },
        metadata: { aggregateVersion: 2, userId: admin.userId },
      },
    ]);
  });

  it('closes a shop and opens it again', async () => {
    expect(await update({ status: 'closed' })).toMatchObject({ body: { status: 'closed' } });
    expect(await update({ status: 'open' })).toMatchObject({ body: { status: 'open' } });
    expect(table.published().map(({ metadata }) => metadata.aggregateVersion)).toEqual([2, 3]);
  });

  it('announces nothing when nothing changes', async () => {
    expect(await update({ name: mill.name, status: 'open' })).toMatchObject({ status: 200, headers: { ETag: '"1"' } });
    expect(await update({})).toMatchObject({ status: 200 });
    expect(table.published()).toEqual([]);
  });

  it('is 412 for another version than the one that was seen', async () => {
    expect(await update({ name: 'The Old Mill' }, { 'If-Match': '"1"' })).toMatchObject({ status: 200 });
    expect(await update({ name: 'The New Mill' }, { 'If-Match': '"1"' })).toMatchObject({
      status: 412,
      headers: { ETag: '"2"' },
    });
  });

  it('changes a shop that was stored before shops had a version', async () => {
    const { version: _version, status: _status, ...old } = mill;
    table.put({ Put: { Item: { pk: `ORG#${organizationId}#LOCALS`, sk: `LOCAL#${mill.localId}`, ...old } } });
    expect(await update({ name: 'The Old Mill' })).toMatchObject({ status: 200, headers: { ETag: '"2"' } });
  });

  it.each([{ status: 'sold' }, { name: ' ' }, { owner: 'Ana' }])('is 422 for %j', async (body) => {
    expect(await update(body)).toMatchObject({ status: 422 });
  });

  it('is 404 for a shop of another organization', async () => {
    const stranger = newCaller({ userId: admin.userId, organizationId: anotherOrganizationId });
    table.put(...newUserWrites({ ...storedAdmin, organizationId: anotherOrganizationId }));
    const sent = { params, body: { name: 'Mine' }, caller: stranger };
    expect(await send(handler, 'PATCH /locals/{localId}', sent)).toMatchObject({ status: 404 });
  });
});

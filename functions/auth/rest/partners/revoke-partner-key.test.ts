import { beforeEach, describe, expect, it } from 'vitest';
import { admin, anotherOrganizationId, at, storedAdmin } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { secretHashOf } from '../../model/plans/partner-key.ts';
import { handler } from '../../rest.ts';
import { findPartnerMeter } from '../../store/plans/meter-table.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const issue = (body: object = { name: ' Recetas del Norte ' }, caller = admin) =>
  send(handler, 'POST /partners/keys', { body, caller, receivedAt: at });
const list = (query: Record<string, string> = {}, caller = admin) => send(handler, 'GET /partners/keys', { query, caller });
const revoke = (keyId: string, caller = admin) =>
  send(handler, 'DELETE /partners/keys/{keyId}', { params: { keyId }, caller, receivedAt: at });
const issued = async () => {
  const { body } = await issue();
  return { keyId: String(Object(body).keyId), secret: String(Object(body).secret) };
};
beforeEach(() => table.put(...newUserWrites(storedAdmin)));

describe('revokePartnerKey', () => {
  it('ends the key in the same transaction, and announces it once', async () => {
    const { keyId, secret } = await issued();
    expect(await revoke(keyId)).toMatchObject({ status: 204 });
    expect(await findPartnerMeter(secretHashOf(secret))).toBeUndefined();
    expect((await list()).body).toEqual({ keys: [] });
    expect(await revoke(keyId)).toMatchObject({ status: 404 });
    expect(table.published().map(({ type }) => type)).toEqual(['auth.partner.key.issued', 'auth.partner.key.revoked']);
  });

  it('is 404 for a key of another organization', async () => {
    const { keyId } = await issued();
    const stranger = newCaller({ userId: admin.userId, organizationId: anotherOrganizationId });
    table.put(...newUserWrites({ ...storedAdmin, organizationId: anotherOrganizationId }));
    expect(await revoke(keyId, stranger)).toMatchObject({ status: 404 });
    expect((await list()).body).toMatchObject({ keys: [{ keyId }] });
  });
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { admin, at, organizationId, storedAdmin } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { log } from '../../../shared/log.ts';
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

describe('issuePartnerKey', () => {
  it('shows the secret once, and stores, publishes and logs none of it', async () => {
    const lines = vi.spyOn(log, 'info');
    const answer = await issue();
    const { secret, ...shown } = Object(answer.body);
    expect(answer.status).toBe(200);
    expect(shown).toEqual({ keyId: expect.any(String), name: 'Recetas del Norte', issuedAt: at, issuedBy: admin.userId });
    expect(secret).toMatch(/^lonja_pk_[\w-]{43}$/);
    expect(JSON.stringify(table.items())).not.toContain(secret);
    expect(JSON.stringify(lines.mock.calls)).not.toContain(secret);
    expect((await list()).rawBody).not.toContain(secret);
    expect(await findPartnerMeter(secretHashOf(secret))).toMatchObject({ organizationId });
    expect(table.published()).toMatchObject([
      {
        type: 'auth.partner.key.issued',
        eventData: { keyId: shown.keyId, name: shown.name },
        metadata: { userId: admin.userId },
      },
    ]);
  });

  it('keeps nothing under an Idempotency-Key, which it does not take', async () => {
    await issue();
    expect(table.items().filter(({ pk }) => String(pk).startsWith('IDEMPOTENCY#'))).toEqual([]);
  });

  it('is 409 above twenty keys, until one is revoked', async () => {
    const { keyId } = await issued();
    for (let key = 2; key <= 20; key++) expect(await issue()).toMatchObject({ status: 200 });
    expect(await issue()).toMatchObject({ status: 409, body: { title: 'Too many keys' } });
    await revoke(keyId);
    expect(await issue()).toMatchObject({ status: 200 });
  });

  it('takes the permission partner:manage', async () => {
    const caller = newCaller({ organizationId, permissions: ['auth:manage'] });
    expect(await issue({ name: 'Recetas' }, caller)).toMatchObject({ status: 403 });
    expect(await list({}, caller)).toMatchObject({ status: 403 });
    expect(await revoke('0193a000-0000-7000-8000-0000000000a1', caller)).toMatchObject({ status: 403 });
  });
});

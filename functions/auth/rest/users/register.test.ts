import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { at, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { gatewayIdentity, send } from '../../../../tests/kit/rest-request.ts';
import { attemptWindow } from '../../model/sign-in/attempt-window.ts';
import { verifyPassword } from '../../model/sign-in/password.ts';
import { handler } from '../../rest.ts';
import { throttled } from '../../store/attempt-table.ts';
import { putNewOrganization } from '../../store/organization-table.ts';
import { findUserByEmail, newUserWrites, users } from '../../store/user-table.ts';

const table = emptyTable('auth');
const ana = { email: ' Ana@olivar.example'.trim(), name: ' Ana ', password: 'four words are enough' };
const olivar = { organizationId, name: 'Olivar', foundedAt: at };
const register = (body: object, headers: Record<string, string> = {}, receivedAt = at) =>
  send(handler, 'POST /auth/register', { body, headers, receivedAt });

describe('register', () => {
  it('founds an organization with its first admin', async () => {
    const { status, body, headers } = await register({ ...ana, organization: { name: 'Olivar' } });
    const [event] = table.published();
    const userId = String(event?.aggregateId);
    const founded = String(event?.metadata.organizationId);
    expect({ status, body }).toEqual({ status: 201, body: { userId, organizationId: founded, roles: ['admin'] } });
    expect(headers.Location).toBe(`users/${userId}/permissions`);
    expect(event).toMatchObject({
      type: 'auth.user.registered',
      eventData: { userId, email: 'ana@olivar.example', name: 'Ana', roles: ['admin'], registeredAt: at },
      metadata: { userId },
    });
    const user = await findUserByEmail(founded, 'ANA@olivar.example');
    expect(user).toMatchObject({ userId, organizationId: founded, name: 'Ana', localIds: [], active: true, version: 1 });
    expect(await verifyPassword(ana.password, user?.passwordHash)).toBe(true);
    expect(JSON.stringify(table.items())).not.toContain(ana.password);
  });

  it('joins an organization as a buyer, whatever the case of its id', async () => {
    table.put(putNewOrganization(olivar));
    const { status, body } = await register({ ...ana, organizationId: organizationId.toUpperCase() });
    expect({ status, body }).toEqual({
      status: 201,
      body: { userId: table.published()[0]?.aggregateId, organizationId, roles: ['buyer'] },
    });
  });

  it('is 422 for an organization that does not exist, and 409 for an address that is taken, in any spelling', async () => {
    expect(await register({ ...ana, organizationId })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/organizationId' }] },
    });
    table.put(putNewOrganization(olivar), ...newUserWrites(storedUser()));
    expect(await register({ ...ana, email: 'ANA@Olivar.example', organizationId })).toMatchObject({ status: 409 });
    expect(table.published()).toEqual([]);
  });

  it('is 409 for the second of two who register with one address at once', async () => {
    table.put(putNewOrganization(olivar));
    table.beforeNextTransaction(() => table.put(...newUserWrites(storedUser())));
    const { status, body } = await register({ ...ana, organizationId });
    expect([status, body]).toMatchObject([409, { type: expect.stringMatching(/email-taken$/) }]);
    expect(await users.find(organizationId, storedUser().userId)).toEqual(storedUser());
    expect(table.published()).toEqual([]);
  });

  it('founds one organization when it is asked twice with one key, and none with another body', async () => {
    const once = { 'Idempotency-Key': 'found-olivar-once' };
    const body = { ...ana, organization: { name: 'Olivar' } };
    const first = await register(body, once);
    const second = await register(body, once);
    expect([second.status, second.rawBody]).toEqual([201, first.rawBody]);
    expect(await register({ ...body, name: 'Eva' }, once)).toMatchObject({ status: 422 });
    expect(table.published()).toHaveLength(1);
  });

  it('stores no hash by which a password could be guessed fast', async () => {
    const body = { ...ana, organization: { name: 'Olivar' } };
    await register(body, { 'Idempotency-Key': 'found-olivar-once' });
    const raw = JSON.stringify(body);
    const fast = [raw, JSON.stringify([[], raw])].map((text) => createHash('sha256').update(text).digest('hex'));
    for (const hash of fast) expect(JSON.stringify(table.items())).not.toContain(hash);
  });

  it('measures a password composed: 70 letters of two code points each are 70', async () => {
    const typed = 'n\u0303'.repeat(70);
    const { status, body } = await register({ ...ana, password: typed, organization: { name: 'Olivar' } });
    expect(status).toBe(201);
    const user = await findUserByEmail(String(Object(body).organizationId), ana.email);
    expect(await verifyPassword('\u00f1'.repeat(70), user?.passwordHash)).toBe(true);
    expect(await register({ ...ana, password: 'n\u0303'.repeat(129), organization: { name: 'Olivar' } })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/password' }] },
    });
  });

  it('makes a network address wait after a thousand attempts, before it costs a hash', async () => {
    const window = attemptWindow({ kind: 'registrations', address: gatewayIdentity.sourceIp }, at);
    for (let attempt = 1; attempt < 1000; attempt++)
      await throttled([window], at, async () => ({ result: undefined, counts: true }));
    const body = { ...ana, organization: { name: 'Olivar' } };
    expect(await register(body)).toMatchObject({ status: 201 });
    expect(await register(body)).toMatchObject({ status: 429, headers: { 'Retry-After': '900' } });
    expect(table.published()).toHaveLength(1);
    expect(await register(body, {}, '2026-11-22T10:15:00.000Z')).toMatchObject({ status: 201 });
  });
});

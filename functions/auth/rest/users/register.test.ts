import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { at, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { gatewayIdentity, send } from '../../../../tests/kit/rest-request.ts';
import { mailboxOf } from '../../model/profile/mailbox.ts';
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

  it('is 422 for an organization that does not exist', async () => {
    expect(await register({ ...ana, organizationId })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/organizationId' }] },
    });
  });

  it('keeps the language, and asks for a link that verifies the address', async () => {
    table.put(putNewOrganization(olivar));
    await register({ ...ana, language: 'en', organizationId });
    expect(await findUserByEmail(organizationId, ana.email)).toMatchObject({ language: 'en', verified: false });
    expect(table.published()).toMatchObject([
      { type: 'auth.user.registered', eventData: { language: 'en' } },
      { type: 'auth.link.requested', eventData: { purpose: 'verification', mailbox: mailboxOf(organizationId, ana.email) } },
    ]);
  });

  describe('with an address that is taken', () => {
    const owner = storedUser();
    const taken = { ...ana, email: 'ANA@Olivar.example', organizationId };

    it('answers as for a newcomer, changes nothing about the owner, and asks for a link for them', async () => {
      table.put(putNewOrganization(olivar), ...newUserWrites(owner));
      const repeated = await register(taken);
      const free = await register({ ...taken, email: 'new@olivar.example' });
      expect(repeated.status).toBe(201);
      expect(Object.keys(repeated.headers)).toEqual(Object.keys(free.headers));
      expect(Object.keys(Object(repeated.body))).toEqual(Object.keys(Object(free.body)));
      const { userId, ...rest } = Object(repeated.body);
      expect(rest).toEqual({ organizationId, roles: ['buyer'] });
      expect(userId).toMatch(/^[0-9a-f-]{36}$/);
      expect(userId).not.toBe(owner.userId);
      expect(await users.find(organizationId, userId)).toBeUndefined();
      expect(await users.find(organizationId, owner.userId)).toEqual(owner);
      expect(table.published()[0]).toMatchObject({
        type: 'auth.link.requested',
        eventData: { purpose: 'password', mailbox: mailboxOf(organizationId, owner.email) },
      });
    });

    it('is answered in the same way when another one registers with it at the same time', async () => {
      table.put(putNewOrganization(olivar));
      table.beforeNextTransaction(() => table.put(...newUserWrites(owner)));
      expect(await register({ ...ana, organizationId })).toMatchObject({ status: 201, body: { roles: ['buyer'] } });
      expect(await users.find(organizationId, owner.userId)).toEqual(owner);
      expect(table.published()).toMatchObject([{ type: 'auth.link.requested' }]);
    });

    it('costs as many requests to the table, and a password hash', async () => {
      table.put(putNewOrganization(olivar), ...newUserWrites(owner));
      // Calls that are made at the same time have no order.
      const commandsOf = async (body: object) => {
        const before = table.requests().length;
        await register(body);
        return table
          .requests()
          .slice(before)
          .map(({ command }) => command)
          .toSorted();
      };
      expect(await commandsOf(taken)).toEqual(await commandsOf({ ...taken, email: 'new@olivar.example' }));
    });
  });

  it('is 429 after ten registrations with one address, whether it is taken or not', async () => {
    table.put(putNewOrganization(olivar), ...newUserWrites(storedUser()));
    for (const email of ['ana@olivar.example', 'nobody@olivar.example']) {
      const window = attemptWindow({ kind: 'e-mails', organizationId, email }, at);
      for (let attempt = 1; attempt <= 10; attempt++)
        await throttled([window], at, async () => ({ result: undefined, counts: true }));
      expect(await register({ ...ana, email, organizationId })).toMatchObject({ status: 429, headers: { 'Retry-After': '900' } });
    }
    expect(table.published()).toEqual([]);
  });

  it('founds one organization when it is asked twice with one key, and none with another body', async () => {
    const once = { 'Idempotency-Key': 'found-olivar-once' };
    const body = { ...ana, organization: { name: 'Olivar' } };
    const first = await register(body, once);
    const second = await register(body, once);
    expect([second.status, second.rawBody]).toEqual([201, first.rawBody]);
    expect(await register({ ...body, name: 'Eva' }, once)).toMatchObject({ status: 422 });
    expect(table.published()).toHaveLength(2);
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
    expect(table.published()).toHaveLength(2);
    expect(await register(body, {}, '2026-11-22T10:15:00.000Z')).toMatchObject({ status: 201 });
  });
});

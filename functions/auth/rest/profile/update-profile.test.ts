import { describe, expect, it } from 'vitest';
import { at, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { mailboxOf } from '../../model/profile/mailbox.ts';
import { handler } from '../../rest.ts';
import { findUserByEmail, newUserWrites, users } from '../../store/user-table.ts';

const table = emptyTable('auth');
const user = storedUser({ verified: true, language: 'es' });
const { userId, email } = user;
const caller = newCaller({ userId, organizationId, permissions: [] });
const profile = {
  userId,
  organizationId,
  email,
  verified: true,
  name: 'Ana',
  language: 'es',
  roles: ['buyer'],
  localIds: [],
  registeredAt: at,
};
const update = (body: object) => send(handler, 'PATCH /auth/me', { body, caller, receivedAt: at });

describe('updateProfile', () => {
  it('changes name and language, and announces the whole profile', async () => {
    table.put(...newUserWrites(user));
    expect((await update({ name: ' Ana María ', language: 'en' })).body).toEqual({
      ...profile,
      name: 'Ana María',
      language: 'en',
    });
    expect(await users.find(organizationId, userId)).toEqual({ ...user, name: 'Ana María', language: 'en', version: 2 });
    expect(table.published()).toMatchObject([
      {
        type: 'auth.user.profile.updated',
        eventData: { userId, changes: ['name', 'language'], email, name: 'Ana María', language: 'en', updatedAt: at },
        metadata: { aggregateVersion: 2 },
      },
    ]);
  });

  it('names what changed and nothing else, and announces nothing when nothing changes', async () => {
    table.put(...newUserWrites(user));
    await update({ name: 'Ana', language: 'en' });
    await update({ name: 'Ana', language: 'en' });
    await update({});
    expect(table.published().map(({ eventData }) => eventData)).toMatchObject([{ changes: ['language'] }]);
  });

  it('keeps the old address until the new one is verified, and asks for a link to it', async () => {
    table.put(...newUserWrites(user));
    const answer = await update({ newEmail: ' New@olivar.example'.trim() });
    expect(answer.body).toEqual({ ...profile, newEmail: 'new@olivar.example' });
    expect(await findUserByEmail(organizationId, email)).toMatchObject({ userId, email, newEmail: 'new@olivar.example' });
    expect(table.published()).toMatchObject([
      {
        type: 'auth.link.requested',
        eventData: { purpose: 'verification', mailbox: mailboxOf(organizationId, 'new@olivar.example'), userId },
      },
    ]);
  });

  it('answers, reads and stores the same for an address that belongs to somebody else', async () => {
    const other = storedUser({ userId: '0197a000-0000-7000-8000-000000000002', email: 'eva@olivar.example' });
    const outcomes = [];
    for (const taken of [true, false]) {
      for (const { pk, sk } of table.items()) table.put({ Delete: { Key: { pk, sk } } });
      table.put(...newUserWrites(user), ...(taken ? newUserWrites(other) : []));
      const before = table.requests().length;
      const { status, body } = await update({ newEmail: other.email });
      outcomes.push({
        status,
        body,
        commands: table
          .requests()
          .slice(before)
          .map(({ command }) => command),
      });
    }
    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(outcomes[0]).toMatchObject({ status: 200, body: { newEmail: other.email } });
  });

  it('sends the link again when the same address is asked for again, and forgets it for the old one', async () => {
    table.put(...newUserWrites(user));
    await update({ newEmail: 'new@olivar.example' });
    await update({ newEmail: 'new@olivar.example' });
    expect(table.published().map(({ type }) => type)).toEqual(['auth.link.requested', 'auth.link.requested']);
    expect((await update({ newEmail: email })).body).toEqual(profile);
    expect(table.published()).toHaveLength(2);
  });

  it('is 429 after ten e-mails to one address', async () => {
    table.put(...newUserWrites(user));
    for (let request = 1; request <= 10; request++)
      expect(await update({ newEmail: 'new@olivar.example' })).toMatchObject({ status: 200 });
    expect(await update({ newEmail: 'new@olivar.example' })).toMatchObject({ status: 429, headers: { 'Retry-After': '900' } });
  });

  it.each([
    [{ name: null }, '/name'],
    [{ newEmail: 'nobody' }, '/newEmail'],
    [{ language: 'tlh' }, '/language'],
    [{ roles: ['admin'] }, '/roles'],
  ])('is 422 for %j', async (body, path) => {
    expect(await update(body)).toMatchObject({ status: 422, body: { errors: [{ path }] } });
  });
});

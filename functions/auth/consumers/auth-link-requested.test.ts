import { describe, expect, it } from 'vitest';
import { organizationId, storedUser } from '../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, deliver } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { mailboxOf } from '../model/profile/mailbox.ts';
import { findLink } from '../store/link-table.ts';
import { newUserWrites, users } from '../store/user-table.ts';

const table = emptyTable('auth');
const requestId = '0193a000-0000-7000-8000-00000000000f';
const user = storedUser({ language: 'en' });
type Purpose = 'verification' | 'password';
const eventFor = (purpose: Purpose, email: string, userId?: string) =>
  anEvent('auth.link.requested', requestId, {
    requestId,
    purpose,
    mailbox: mailboxOf(organizationId, email),
    ...(userId !== undefined && { userId }),
  });
const request = (purpose: Purpose, email: string, userId?: string) =>
  deliver(handler, 'auth.link.requested', eventFor(purpose, email, userId));
const secretIn = () => String(Object(table.published()[0]?.eventData).secret);

describe('onLinkRequested', () => {
  it.each([
    ['verification', 'auth.verification.requested', 24],
    ['password', 'auth.password.reset.requested', 1],
  ] as const)('has a link for a %s sent to the address that is stored', async (purpose, type, hours) => {
    table.put(...newUserWrites(user));
    await request(purpose, 'ANA@olivar.example');
    const { userId, email, name } = user;
    expect(table.published()).toMatchObject([
      { type, eventData: { userId, email, name, language: 'en', secret: expect.stringMatching(/^[\w-]{43}$/) } },
    ]);
    const { expiresAt } = Object(table.published()[0]?.eventData);
    expect((Date.parse(expiresAt) - Date.now()) / 3600_000).toBeCloseTo(hours, 0);
    expect(await findLink(secretIn())).toMatchObject({ purpose, userId, organizationId, validUntil: expiresAt });
  });

  it('stores neither the secret nor the address, only hashes', async () => {
    table.put(...newUserWrites(user));
    await request('password', user.email);
    const stored = table.items().filter(({ pk }) => !String(pk).startsWith('OUTBOX#') && !String(pk).includes('#USER#'));
    expect(stored.some(({ sk }) => sk === 'LINK')).toBe(true);
    expect(JSON.stringify(stored)).not.toContain(secretIn());
    expect(JSON.stringify(stored)).not.toContain(user.email);
  });

  it('sends one link however often the event arrives', async () => {
    table.put(...newUserWrites(user));
    const event = eventFor('password', user.email);
    await deliver(handler, 'auth.link.requested', event);
    await deliver(handler, 'auth.link.requested', event);
    expect(table.published()).toHaveLength(1);
  });

  it.each([
    ['an unknown address', 'password', 'nobody@olivar.example', user],
    ['a deactivated user', 'password', user.email, { ...user, active: false }],
    ['an address that is verified already', 'verification', user.email, { ...user, verified: true }],
    ['a look-alike with full-width letters', 'password', 'ａna@olivar.example', user],
  ] as const)('sends nothing for %s', async (_what, purpose, email, stored) => {
    table.put(...newUserWrites(stored));
    await request(purpose, email);
    expect(table.published()).toEqual([]);
  });

  it('mails the stored address for a look-alike that is the same in lower case (KELVIN SIGN)', async () => {
    const kim = { ...user, email: 'kim@olivar.example' };
    table.put(...newUserWrites(kim));
    await request('password', '\u212aim@olivar.example');
    expect(table.published()).toMatchObject([{ eventData: { email: 'kim@olivar.example' } }]);
  });

  describe('for an address that a user wants to have', () => {
    const newEmail = 'new@olivar.example';

    it('sends the link there', async () => {
      table.put(...newUserWrites({ ...user, verified: true, newEmail }));
      await request('verification', newEmail, user.userId);
      expect(table.published()).toMatchObject([{ type: 'auth.verification.requested', eventData: { email: newEmail } }]);
    });

    it('sends nothing when it belongs to somebody else, or is no longer wanted', async () => {
      const other = storedUser({ userId: '0197a000-0000-7000-8000-000000000002', email: newEmail });
      table.put(...newUserWrites({ ...user, newEmail }), ...newUserWrites(other));
      await request('verification', newEmail, user.userId);
      table.put(users.put(organizationId, { ...user, version: 2 }));
      await request('verification', newEmail, user.userId);
      expect(table.published()).toEqual([]);
    });
  });
});

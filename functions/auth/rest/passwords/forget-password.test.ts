import { describe, expect, it } from 'vitest';
import { anotherOrganizationId, at, organizationId, storedUser } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { send } from '../../../../tests/kit/rest-request.ts';
import { mailboxOf } from '../../model/profile/mailbox.ts';
import { handler } from '../../rest.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const known = storedUser({ verified: true });
const stored = [
  known,
  storedUser({ userId: '0197a000-0000-7000-8000-000000000002', email: 'gone@olivar.example', active: false }),
  storedUser({ userId: '0197a000-0000-7000-8000-000000000003', email: 'unverified@olivar.example' }),
];
const emails = [...stored.map(({ email }) => email), 'nobody@olivar.example', '\u212aim@olivar.example'];

/** Both routes send a link to an address that anybody can type. */
describe.each([
  ['POST /auth/password/forgotten', 'password'],
  ['POST /auth/verify-email/resend', 'verification'],
] as const)('%s', (route, purpose) => {
  const ask = (email: string, receivedAt = at) => send(handler, route, { body: { organizationId, email }, receivedAt });

  it.each(emails)('answers, reads and stores the same for %s as for any other address', async (email) => {
    table.put(...stored.flatMap(newUserWrites));
    const asked = async (address: string) => {
      const before = table.requests().length;
      const { status, headers, rawBody } = await ask(address);
      const { 'X-Correlation-Id': _id, ...same } = headers;
      return {
        status,
        headers: same,
        rawBody,
        commands: table
          .requests()
          .slice(before)
          .map(({ command }) => command),
      };
    };
    const answer = await asked(email);
    expect(answer).toMatchObject({ status: 202, rawBody: '{"requested":true}' });
    // Two windows before and after, and one transaction: nothing is looked up.
    expect(answer.commands.filter((command) => command !== 'UpdateCommand')).toEqual(['TransactWriteCommand']);
    expect(table.published()).toMatchObject([
      {
        type: 'auth.link.requested',
        eventData: { purpose, mailbox: mailboxOf(organizationId, email) },
        metadata: { organizationId },
      },
    ]);
    expect(await asked('somebody.else@olivar.example')).toEqual(answer);
  });

  it('is the same for an organization that does not exist', async () => {
    const body = { organizationId: anotherOrganizationId, email: known.email };
    expect(await send(handler, route, { body, receivedAt: at })).toMatchObject({ status: 202 });
  });

  it.each([known.email, 'nobody@olivar.example'])('is 429 after ten requests for %s, until the window ends', async (email) => {
    table.put(...stored.flatMap(newUserWrites));
    for (let request = 1; request <= 10; request++) expect(await ask(email)).toMatchObject({ status: 202 });
    expect(await ask(email.toUpperCase())).toMatchObject({ status: 429, headers: { 'Retry-After': '900' } });
    expect(await ask(email, '2026-11-22T10:15:00.000Z')).toMatchObject({ status: 202 });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { admin, anotherOrganizationId, at, storedAdmin } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { newUserWrites } from '../../store/user-table.ts';

const table = emptyTable('auth');
const issue = (body: object = { name: ' Recetas del Norte ' }, caller = admin) =>
  send(handler, 'POST /partners/keys', { body, caller, receivedAt: at });
const list = (query: Record<string, string> = {}, caller = admin) => send(handler, 'GET /partners/keys', { query, caller });
const issued = async () => {
  const { body } = await issue();
  return { keyId: String(Object(body).keyId), secret: String(Object(body).secret) };
};
beforeEach(() => table.put(...newUserWrites(storedAdmin)));

describe('listPartnerKeys', () => {
  it('pages through the keys of the organization only', async () => {
    // Ids of one millisecond have no order of their own.
    const [first, second] = [await issued(), await issued()].toSorted((one, other) => (one.keyId < other.keyId ? -1 : 1));
    const page = await list({ limit: '1' });
    expect(page.body).toMatchObject({ keys: [{ keyId: first?.keyId }] });
    const cursor = String(Object(page.body).nextCursor);
    expect((await list({ cursor })).body).toEqual({ keys: [expect.objectContaining({ keyId: second?.keyId })] });
    expect((await list({}, newCaller({ organizationId: anotherOrganizationId }))).body).toEqual({ keys: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { anotherOrganizationId, mill, organizationId } from '../../../../tests/kit/auth-users.ts';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { newCaller, send } from '../../../../tests/kit/rest-request.ts';
import { handler } from '../../rest.ts';
import { putNewLocal } from '../../store/local-table.ts';

const table = emptyTable('auth');
const list = async (query: Record<string, string>) => {
  const { body } = await send(handler, 'GET /locals', { query, caller: newCaller({ organizationId, permissions: [] }) });
  const page: { locals?: { localId: string; name: string }[]; nextCursor?: string } = { ...Object(body) };
  return page;
};
const shop = (n: number, ofOrganization = organizationId) => ({
  ...mill,
  localId: `0197a000-0000-7000-8000-00000000000${n}`,
  organizationId: ofOrganization,
  name: `Shop ${n}`,
});

describe('listLocals', () => {
  it('lists the shops of the organization, the oldest first, page by page', async () => {
    table.put(putNewLocal(shop(2)), putNewLocal(shop(1)), putNewLocal(shop(3)), putNewLocal(shop(4, anotherOrganizationId)));
    const first = await list({ limit: '2' });
    expect(first.locals).toEqual([1, 2].map((n) => ({ localId: shop(n).localId, name: `Shop ${n}`, status: 'open' })));
    expect(await list({ limit: '2', cursor: String(first.nextCursor) })).toEqual({
      locals: [{ localId: shop(3).localId, name: 'Shop 3', status: 'open' }],
    });
  });

  it('has no next page after a last one that is full', async () => {
    table.put(putNewLocal(shop(1)), putNewLocal(shop(2)));
    expect(Object.keys(await list({ limit: '2' }))).toEqual(['locals']);
    expect(await list({})).toMatchObject({ locals: [{ name: 'Shop 1' }, { name: 'Shop 2' }] });
  });
});

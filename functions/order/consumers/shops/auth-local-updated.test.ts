import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, anotherOrganizationId, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { handler } from '../../consumer.ts';
import { findClosedShops } from '../../store/shop-table.ts';

emptyTable('order');
const localId = '0193a000-0000-7000-8000-0000000000ff';
const shop = (status: 'open' | 'closed', version: number) =>
  deliver(
    handler,
    'auth.local.updated',
    anEvent('auth.local.updated', localId, { localId, name: 'The Mill', status, updatedAt: at }, version),
  );
const closed = async (organization = organizationId) => [...(await findClosedShops(organization, [localId, localId]))];

describe('onShopUpdated', () => {
  it('closes a shop and opens it again', async () => {
    expect(await closed()).toEqual([]);
    await shop('closed', 2);
    expect(await closed()).toEqual([localId]);
    expect(await closed(anotherOrganizationId)).toEqual([]);
    await shop('open', 3);
    expect(await closed()).toEqual([]);
  });

  it('ignores an older state that arrives later', async () => {
    await shop('open', 3);
    await shop('closed', 2);
    expect(await closed()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { findShop } from '../store/shop-table.ts';

emptyTable('product');
const localId = '0193a000-0000-7000-8000-0000000000ff';
const update = (version: number, status: 'open' | 'closed', name = 'La Encina') =>
  deliver(
    handler,
    'auth.local.updated',
    anEvent('auth.local.updated', localId, { localId, name, status, updatedAt: at }, version),
  );

describe('onLocalUpdated', () => {
  it('keeps whether the shop is open, by its newest version', async () => {
    await update(3, 'closed');
    await update(2, 'open', 'El Roble');
    expect(await findShop(organizationId, localId)).toEqual({ localId, name: 'La Encina', isClosed: true, revision: 3 });
    await update(4, 'open');
    expect(await findShop(organizationId, localId)).toMatchObject({ isClosed: false, revision: 4 });
  });

  it('stays in force when auth.local.created arrives after it', async () => {
    await update(2, 'closed');
    await deliver(handler, 'auth.local.created', anEvent('auth.local.created', localId, { localId, name: 'El Roble' }));
    expect(await findShop(organizationId, localId)).toMatchObject({ name: 'La Encina', isClosed: true });
  });
});

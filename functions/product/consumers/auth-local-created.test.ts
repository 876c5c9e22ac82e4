import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { anEvent, deliver, organizationId } from '../../../tests/kit/invoke.ts';
import { handler } from '../consumer.ts';
import { readSearchChanges } from '../store/search/search-change-table.ts';

const table = emptyTable('product');
const localId = '0193a000-0000-7000-8000-0000000000ff';

describe('onLocalCreated', () => {
  it('keeps the name of the shop for searches', async () => {
    const event = anEvent('auth.local.created', localId, { localId, name: 'El Roble' });
    await deliver(handler, 'auth.local.created', event);
    const shop = { localId, name: 'El Roble', isClosed: false, revision: 1 };
    expect(await readSearchChanges(organizationId)).toEqual({ changes: [{ kind: 'shop', shop, revision: 1 }] });
    expect(table.markers()).toHaveLength(1);
  });
});

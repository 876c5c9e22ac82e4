import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { newCause } from '../../../tests/kit/rest-request.ts';
import { PermanentFault } from '../faults.ts';
import { number, optional, record, text } from './codec.ts';
import { commit } from './commit.ts';
import { versionedItems } from './versioned-items.ts';
import { putAfter, putVersioned } from './write.ts';

type Shelf = { shelfId: string; label: string; note?: string; version: number };
const shelves = versionedItems<Shelf>({
  key: (organizationId, id) => ({ pk: `ORG#${organizationId}#SHELF#${id}`, sk: 'SHELF' }),
  idOf: ({ shelfId }) => shelfId,
  codec: record<Shelf>({ shelfId: text, label: text, note: optional(text), version: number }),
  attributes: (organizationId, { label }) => ({ gsi1pk: `ORG#${organizationId}`, gsi1sk: label }),
});
const table = emptyTable('shelves');
const [mine, theirs] = [randomUUID(), randomUUID()];
const shelf = (version: number, more: Partial<Shelf> = {}): Shelf => ({ shelfId: 's1', label: 'cheese', version, ...more });
const store = (value: Shelf, organizationId = mine) =>
  commit({ cause: newCause(), writes: [shelves.put(organizationId, value)] });

describe('versionedItems', () => {
  it('finds what was put, with every field and no key', async () => {
    await store(shelf(1, { note: 'cold' }));
    expect(await shelves.find(mine, 's1')).toEqual(shelf(1, { note: 'cold' }));
    expect(table.items()).toEqual([
      expect.objectContaining({ organizationId: mine, gsi1pk: `ORG#${mine}`, gsi1sk: 'cheese', version: 1 }),
    ]);
  });

  it('knows nothing of another organization’s items', async () => {
    await store(shelf(1), theirs);
    expect(await shelves.find(mine, 's1')).toBeUndefined();
    expect(await shelves.findAll(mine, ['s1'])).toEqual(new Map());
  });

  it('finds many by id, each asked for once', async () => {
    await store(shelf(1));
    await store(shelf(1, { shelfId: 's2' }));
    const found = await shelves.findAll(mine, ['s1', 's2', 's1', 'missing']);
    expect([...found.keys()].sort()).toEqual(['s1', 's2']);
    expect(await shelves.findAll(mine, [])).toEqual(new Map());
  });

  it('stores a version only after its predecessor', async () => {
    expect(await store(shelf(2))).toMatchObject({ outcome: 'condition-failed' });
    expect(await store(shelf(1))).toEqual({ outcome: 'committed' });
    expect(await store(shelf(1))).toMatchObject({ outcome: 'condition-failed' });
    expect(await store(shelf(3))).toMatchObject({ outcome: 'condition-failed' });
    expect(await store(shelf(2))).toEqual({ outcome: 'committed' });
  });

  it('drops a field that the next version lacks', async () => {
    await store(shelf(1, { note: 'cold' }));
    await store(shelf(2));
    expect(await shelves.find(mine, 's1')).toEqual(shelf(2));
  });

  it('refuses an item that the table holds in another form', async () => {
    table.put(putVersioned({ pk: `ORG#${mine}#SHELF#s1`, sk: 'SHELF', version: 1, shelfId: 's1', label: 7 }));
    await expect(shelves.find(mine, 's1')).rejects.toThrow(PermanentFault);
  });
});

describe('putAfter', () => {
  it('lets the versions of a copy skip, but never go back', async () => {
    const copy = (version: number, before: number) =>
      commit({ cause: newCause(), writes: [putAfter({ pk: 'COPY', sk: 'COPY', version }, before)] });
    expect(await copy(3, 0)).toEqual({ outcome: 'committed' });
    expect(await copy(5, 0)).toMatchObject({ outcome: 'condition-failed' });
    expect(await copy(7, 3)).toEqual({ outcome: 'committed' });
    expect(table.items()).toEqual([{ pk: 'COPY', sk: 'COPY', version: 7 }]);
  });
});

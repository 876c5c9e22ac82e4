import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeOf, marketProducts, searchProduct } from '../../../tests/kit/catalogue.ts';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { at, organizationId, runJob } from '../../../tests/kit/invoke.ts';
import { type StubS3, startStubS3 } from '../../../tests/kit/stub-s3.ts';
import type { SearchProduct } from '../model/search/search-change.ts';
import { currentIndex, forgetIndexes } from '../store/search/current-index.ts';
import { foldAbove } from '../store/search/fold-changes.ts';
import { putSearchChange, readSearchChanges, searchRegistration } from '../store/search/search-change-table.ts';
import { handler } from './fold-search-changes.ts';

const table = emptyTable('product');
let s3: StubS3;
beforeAll(async () => {
  s3 = await startStubS3('search');
});
afterAll(() => s3.stop());
beforeEach(async () => {
  s3.versions.clear();
  forgetIndexes();
  for (const [name, value] of Object.entries(s3.settings)) vi.stubEnv(name, value);
  table.put(...(await searchRegistration(organizationId)));
});

const add = (products: readonly SearchProduct[]) => {
  for (const product of products) table.put(putSearchChange(organizationId, changeOf(product)));
};
const many = marketProducts(foldAbove + 50);
const run = () => runJob(handler, at);
/** What a new process finds. */
const found = async () => {
  forgetIndexes();
  const { byName } = await currentIndex(organizationId);
  return byName.map(({ product }) => `${product.productId} ${product.revision}`).toSorted();
};
const expected = (products: readonly SearchProduct[]) =>
  products.map(({ productId, revision }) => `${productId} ${revision}`).toSorted();
const objects = () => s3.versions.get(`${organizationId}.json.gz`) ?? [];

describe('fold-search-changes', () => {
  it('leaves few changes where they are', async () => {
    add(many.slice(0, foldAbove));
    expect(await run()).toEqual({ folded: 0, foldedChanges: 0, left: 0, largestCatalogue: 0 });
    expect(objects()).toEqual([]);
  });

  it('moves many changes into a snapshot, which a search then starts from', async () => {
    add(many);
    expect(await run()).toEqual({ folded: 1, foldedChanges: many.length, left: 0, largestCatalogue: many.length });
    expect(await readSearchChanges(organizationId)).toMatchObject({ changes: [], pointer: { number: 1, products: many.length } });
    expect(await found()).toEqual(expected(many));
    expect(await run()).toMatchObject({ folded: 0, largestCatalogue: many.length });
  });

  it('adds later changes to the snapshot before', async () => {
    add(many);
    await run();
    const changed = many.map((product) => ({ ...product, revision: 2 }));
    add(changed);
    expect(await found()).toEqual(expected(changed));
    await run();
    expect(await found()).toEqual(expected(changed));
    expect(objects()).toHaveLength(2);
  });

  it('keeps a change that arrives while it folds', async () => {
    add(many);
    const late = { ...searchProduct(0), revision: 9 };
    s3.beforeNextPut = () => add([late]);
    await run();
    const { changes } = await readSearchChanges(organizationId);
    expect(changes).toMatchObject([{ revision: 9 }]);
    expect(await found()).toEqual(expected([late, ...many.slice(1)]));
  });

  it('yields to a run that replaced the snapshot first, and loses nothing', async () => {
    add(many);
    await run();
    const changed = many.map((product) => ({ ...product, revision: 2 }));
    add(changed);
    s3.beforeNextPut = () => {
      const [first] = objects();
      if (first !== undefined) objects().push({ ...first, versionId: 'another', eTag: '"another"' });
    };
    expect(await run()).toMatchObject({ folded: 0, left: 1 });
    expect(await found()).toEqual(expected(changed));
    await run();
    expect(await found()).toEqual(expected(changed));
  });

  it.each(['throttled', 'unreachable'] as const)(
    'goes on where a run ended that could not move the pointer: %s',
    async (fault) => {
      add(many);
      table.failNext(fault);
      await run().catch(() => undefined);
      expect(objects()).toHaveLength(1);
      expect((await readSearchChanges(organizationId)).changes).toHaveLength(many.length);
      expect(await found()).toEqual(expected(many));
      await run();
      expect(await found()).toEqual(expected(many));
      expect((await readSearchChanges(organizationId)).changes).toEqual([]);
    },
  );

  it('searches by the version that the pointer names, whatever was written after it', async () => {
    add(many);
    await run();
    const [first] = objects();
    objects().push({ versionId: 'unfinished', eTag: '"x"', bytes: gzipSync('{}') });
    expect(first).toBeDefined();
    expect(await found()).toEqual(expected(many));
  });

  it('makes a snapshot of another format anew, though there are no changes', async () => {
    add(many);
    await run();
    const [first] = objects();
    const old = { ...JSON.parse(String(gunzipSync(first?.bytes ?? ''))), format: 0, words: { serializationVersion: 99 } };
    if (first !== undefined) first.bytes = gzipSync(JSON.stringify(old));
    const pointer = table.items().find(({ sk }) => sk === 'SNAPSHOT');
    table.put({ Put: { Item: { ...pointer, format: 0 } } });
    expect(await found()).toEqual(expected(many));
    expect(await run()).toMatchObject({ folded: 1, foldedChanges: 0 });
    expect(JSON.parse(String(gunzipSync(objects().at(-1)?.bytes ?? '')))).toMatchObject({ format: 1 });
    expect(await run()).toMatchObject({ folded: 0 });
  });

  it('fails when a snapshot cannot be read, and leaves the changes', async () => {
    add(many);
    vi.stubEnv('SEARCH_BUCKET_NAME', '');
    await expect(run()).rejects.toThrow('1 organizations could not be folded');
    expect((await readSearchChanges(organizationId)).changes).toHaveLength(many.length);
  });
});

import type { Codec } from './codec.ts';
import { type Item, type Key, readItem, readItems } from './dynamo.ts';
import { putVersioned, type Write } from './write.ts';

type Versioned = { version: number };

/** One kind of item of a table: how it is found, read and stored. */
export type VersionedItems<Value extends Versioned> = {
  /** Strongly consistent. Undefined when there is none, also when it belongs to another organization. */
  find(organizationId: string, id: string): Promise<Value | undefined>;
  /** Up to 100 by id, strongly consistent; those that do not exist are left out. */
  findAll(organizationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Value>>;
  /** Stores the next version; fails as a condition when another writer stored it first. */
  put(organizationId: string, value: Value): Write;
  /** Reads an item that a query found. */
  read(item: Item): Value;
};

/** Declares a kind of versioned item under its tenant. `attributes` are stored beside the value, such as the keys of an index. */
export function versionedItems<Value extends Versioned>(kind: {
  key: (organizationId: string, id: string) => Key;
  idOf: (value: Value) => string;
  codec: Codec<Value>;
  attributes?: (organizationId: string, value: Value) => Item;
}): VersionedItems<Value> {
  const { key, idOf, codec, attributes } = kind;
  const read = (item: Item) => codec(item, `${item.pk}`);
  return {
    read,
    async find(organizationId, id) {
      const item = await readItem(key(organizationId, id));
      return item && read(item);
    },
    async findAll(organizationId, ids) {
      const items = await readItems([...new Set(ids)].map((id) => key(organizationId, id)));
      const values = items.map(read);
      return new Map(values.map((value) => [idOf(value), value]));
    },
    put: (organizationId, value) =>
      putVersioned({
        ...key(organizationId, idOf(value)),
        organizationId,
        ...value,
        ...attributes?.(organizationId, value),
      }),
  };
}

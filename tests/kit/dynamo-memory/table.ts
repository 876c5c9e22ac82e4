import { domains } from '../../../functions/domains.ts';
import { type Attributes, itemBytes, orderOf, orderOfText } from './attribute-value.ts';
import { invalid } from './errors.ts';

export type ItemKey = { pk: string; sk: string };

const maxItemBytes = 400 * 1024;
const maxPageBytes = 1024 * 1024;

/** The keys of a table of this system, and those of an index, by its place in the domain's list. An unknown index is a first one. */
const tableKeys: KeyNames = ['pk', 'sk'];
const positions = new Map(domains.flatMap(({ indexes = [] }) => indexes.map((name, index) => [name, index + 1] as const)));
const indexKeys = [...new Set([1, ...positions.values()])].flatMap(keysAt);
export type KeyNames = readonly [string, string];
export const keyNamesOf = (indexName: string | undefined): KeyNames =>
  indexName === undefined ? tableKeys : keysAt(positions.get(indexName) ?? 1);

function keysAt(position: number): [string, string] {
  return [`gsi${position}pk`, `gsi${position}sk`];
}

/** One table: items under `pk` and `sk`, each replaced as a whole and never changed in place. */
export class MemoryTable {
  readonly #partitions = new Map<string, Map<string, Attributes>>();

  get({ pk, sk }: ItemKey): Attributes | undefined {
    return this.#partitions.get(pk)?.get(sk);
  }

  put({ pk, sk }: ItemKey, item: Attributes): void {
    const partition = this.#partitions.get(pk) ?? new Map<string, Attributes>();
    this.#partitions.set(pk, partition.set(sk, item));
  }

  delete({ pk, sk }: ItemKey): void {
    const partition = this.#partitions.get(pk);
    partition?.delete(sk);
    if (partition?.size === 0) this.#partitions.delete(pk);
  }

  /** Another table with the same items, which are never changed in place. */
  copy(): MemoryTable {
    const copy = new MemoryTable();
    for (const [pk, partition] of this.#partitions) copy.#partitions.set(pk, new Map(partition));
    return copy;
  }

  /** All items, by their keys. */
  items(): Attributes[] {
    return this.#all().sort(byKeys(tableKeys));
  }

  /** The items of one partition of the table or of its index, by their sort key. */
  partition(pk: string, keyNames: KeyNames): Attributes[] {
    if (keyNames === tableKeys) return [...(this.#partitions.get(pk)?.values() ?? [])].sort(byKeys(['sk']));
    const [pkName, skName] = keyNames;
    const indexed = this.#all().filter((item) => item[pkName]?.S === pk && item[skName] !== undefined);
    return indexed.sort(byKeys([skName, ...tableKeys]));
  }

  #all(): Attributes[] {
    return [...this.#partitions.values()].flatMap((partition) => [...partition.values()]);
  }
}

const byKeys = (names: readonly string[]) => (one: Attributes, other: Attributes) => {
  for (const name of names) {
    const order = orderOfText(one[name]?.S ?? '', other[name]?.S ?? '');
    if (order !== 0) return order;
  }
  return 0;
};

/** The key among these attributes. @throws a ValidationException for a key that DynamoDB does not take */
export function keyOf(attributes: Attributes): ItemKey {
  const { pk, sk } = attributes;
  if (pk?.S === undefined || sk?.S === undefined) throw invalid('The provided key element does not match the schema');
  for (const [name, text, maxBytes] of [
    ['pk', pk.S, 2048],
    ['sk', sk.S, 1024],
  ] as const) {
    if (text === '') {
      throw invalid(
        `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
      );
    }
    if (Buffer.byteLength(text) > maxBytes) {
      throw invalid(
        `One or more parameter values were invalid: the size of ${name} has exceeded the size limit of ${maxBytes} bytes`,
      );
    }
  }
  return { pk: pk.S, sk: sk.S };
}

/** @throws a ValidationException for a `Key` with more or less than the keys of the table */
export function exactKeyOf(attributes: Attributes): ItemKey {
  if (Object.keys(attributes).length !== tableKeys.length) {
    throw invalid('The provided key element does not match the schema');
  }
  return keyOf(attributes);
}

/** @throws a ValidationException for an item that is too large or has an empty key of an index */
export function refuseUnfit(item: Attributes): void {
  if (itemBytes(item) > maxItemBytes) throw invalid('Item size has exceeded the maximum allowed size');
  const empty = indexKeys.find((name) => item[name]?.S === '');
  if (empty !== undefined) {
    throw invalid(`One or more parameter values are not valid: an index key cannot be an empty string. IndexKey: ${empty}`);
  }
}

/** @throws a ValidationException, which cancels a transaction, for an index key of a wrong type */
export function refuseWrongIndexKey(item: Attributes): void {
  const wrong = indexKeys.find((name) => item[name] !== undefined && item[name]?.S === undefined);
  if (wrong !== undefined) throw invalid(`One or more parameter values were invalid: Type mismatch for Index Key ${wrong}`);
}

/** The first page of these items: at most `limit` of them and 1 MB, and whether DynamoDB stopped before their end. */
export function pageOf(items: readonly Attributes[], limit: number): { page: Attributes[]; hasMore: boolean } {
  const page: Attributes[] = [];
  let bytes = 0;
  for (const item of items) {
    bytes += itemBytes(item);
    if (page.length > 0 && bytes > maxPageBytes) return { page, hasMore: true };
    page.push(item);
    // DynamoDB does not look ahead: a page that is full has a next one, which may be empty.
    if (page.length === limit || bytes >= maxPageBytes) return { page, hasMore: true };
  }
  return { page, hasMore: false };
}

/** Whether an item comes after this place in the list. */
export function isAfter(item: Attributes, place: Attributes, keyNames: KeyNames, isAscending: boolean): boolean {
  const names = keyNames === tableKeys ? ['sk'] : [keyNames[1], ...tableKeys];
  for (const name of names) {
    const [one, other] = [item[name], place[name]];
    const order = one === undefined || other === undefined ? 0 : (orderOf(one, other) ?? 0);
    if (order !== 0) return order > 0 === isAscending;
  }
  return false;
}

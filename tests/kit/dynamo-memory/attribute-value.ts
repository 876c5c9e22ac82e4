import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB holds it. */
export type Attributes = Record<string, AttributeValue>;

export const typeOf = (value: AttributeValue): string => Object.keys(value)[0] ?? 'none';

/** Whether two values are the same one: numbers by what they count, sets in any order. */
export function isEqual(one: AttributeValue, other: AttributeValue): boolean {
  if (one.N !== undefined && other.N !== undefined) return Number(one.N) === Number(other.N);
  if (one.B !== undefined && other.B !== undefined) return Buffer.compare(one.B, other.B) === 0;
  if (one.L !== undefined && other.L !== undefined) return isEqualList(one.L, other.L);
  if (one.M !== undefined && other.M !== undefined) return isEqualMap(one.M, other.M);
  const [members, others] = [membersOf(one), membersOf(other)];
  if (members !== undefined && others !== undefined) return isEqualSet(members, others) && typeOf(one) === typeOf(other);
  return (
    (one.S !== undefined && one.S === other.S) ||
    (one.BOOL !== undefined && one.BOOL === other.BOOL) ||
    (one.NULL !== undefined && other.NULL !== undefined)
  );
}

/** The order of two values of one ordered type (text by its UTF-8 bytes, numbers, bytes); undefined for all others. */
export function orderOf(one: AttributeValue, other: AttributeValue): number | undefined {
  if (one.S !== undefined && other.S !== undefined) return orderOfText(one.S, other.S);
  if (one.N !== undefined && other.N !== undefined) return Number(one.N) - Number(other.N);
  if (one.B !== undefined && other.B !== undefined) return Buffer.compare(one.B, other.B);
  return undefined;
}

export function orderOfText(one: string, other: string): number {
  if (one === other) return 0;
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

const isEqualList = (one: AttributeValue[], other: AttributeValue[]) =>
  one.length === other.length &&
  one.every((value, index) => {
    const counterpart = other[index];
    return counterpart !== undefined && isEqual(value, counterpart);
  });

function isEqualMap(one: Attributes, other: Attributes): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => {
      const [value, counterpart] = [one[name], other[name]];
      return value !== undefined && counterpart !== undefined && isEqual(value, counterpart);
    })
  );
}

const isEqualSet = (one: readonly AttributeValue[], other: readonly AttributeValue[]) =>
  one.length === other.length && one.every((value) => other.some((counterpart) => isEqual(value, counterpart)));

/** The members of a set as values; undefined for what is no set. */
export function membersOf({ SS, NS, BS }: AttributeValue): AttributeValue[] | undefined {
  return SS?.map((S) => ({ S })) ?? NS?.map((N) => ({ N })) ?? BS?.map((B) => ({ B }));
}

/** A set of these members, which are all of one type. */
export function setOf(members: readonly AttributeValue[]): AttributeValue {
  const [first] = members;
  if (first?.N !== undefined) return { NS: members.flatMap(({ N }) => (N === undefined ? [] : [N])) };
  if (first?.B !== undefined) return { BS: members.flatMap(({ B }) => (B === undefined ? [] : [B])) };
  return { SS: members.flatMap(({ S }) => (S === undefined ? [] : [S])) };
}

/** The bytes of an item as DynamoDB counts them: names and values, and an overhead for lists and maps. */
export const itemBytes = (item: Attributes): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value), 0);

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.B !== undefined) return value.B.byteLength;
  if (value.L !== undefined) return value.L.reduce((sum, part) => sum + 1 + valueBytes(part), 3);
  if (value.M !== undefined) return itemBytes(value.M) + Object.keys(value.M).length + 3;
  return membersOf(value)?.reduce((sum, member) => sum + valueBytes(member), 0) ?? 1;
}

/** About one byte for two digits, and one more. */
const numberBytes = (digits: string) => Math.ceil(digits.replace(/[^0-9]/g, '').replace(/^0+|0+$/g, '').length / 2) + 1;

/** A copy that shares nothing with the original. */
export function copyOf(item: Attributes): Attributes {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, copyOfValue(value)]));
}

function copyOfValue(value: AttributeValue): AttributeValue {
  if (value.M !== undefined) return { M: copyOf(value.M) };
  if (value.L !== undefined) return { L: value.L.map(copyOfValue) };
  if (value.B !== undefined) return { B: value.B.slice() };
  if (value.SS !== undefined) return { SS: [...value.SS] };
  if (value.NS !== undefined) return { NS: [...value.NS] };
  if (value.BS !== undefined) return { BS: value.BS.map((bytes) => bytes.slice()) };
  return { ...value };
}

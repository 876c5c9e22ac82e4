import type { Attributes } from './attribute-value.ts';
import { type Comparison, type Condition, parseCondition } from './condition.ts';
import { invalid } from './errors.ts';
import { namedPath } from './operand.ts';
import { Request } from './request.ts';
import { isAfter, type KeyNames, keyNamesOf, type MemoryTable, pageOf } from './table.ts';

const known = [
  'TableName',
  'IndexName',
  'ConsistentRead',
  'KeyConditionExpression',
  'FilterExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'Limit',
  'ScanIndexForward',
  'ExclusiveStartKey',
];

export type Page = { items: Attributes[]; scanned: number; lastKey: Attributes | undefined };

/** One page of one partition of a table or of its index. */
export function query(input: unknown, tableOf: (name: string) => MemoryTable): Page {
  const request = new Request(input, known);
  const index = request.text('IndexName');
  if (index !== undefined && request.flag('ConsistentRead')) {
    throw invalid('Consistent reads are not supported on global secondary indexes');
  }
  const limit = request.number('Limit');
  if (limit !== undefined && limit < 1) throw invalid("Value at 'limit' failed to satisfy constraint: Member must be at least 1");
  request.condition();
  const keyNames = keyNamesOf(index);
  const scope = { names: request.names(), values: request.attributes('ExpressionAttributeValues') };
  const condition = parseCondition(request.requiredText('KeyConditionExpression'), 'KeyConditionExpression');
  const pk = partitionOf(condition, keyNames, scope);
  const matches = (item: Attributes) => condition.test({ ...scope, item });
  const isAscending = request.flag('ScanIndexForward') ?? true;

  const listed = tableOf(request.requiredText('TableName')).partition(pk, keyNames).filter(matches);
  if (!isAscending) listed.reverse();
  const start = request.has('ExclusiveStartKey') ? request.attributes('ExclusiveStartKey') : undefined;
  if (start !== undefined) refuseForeignStart(start, keyNames, matches);
  const rest = start === undefined ? listed : listed.filter((item) => isAfter(item, start, keyNames, isAscending));
  const { page, hasMore } = pageOf(rest, limit ?? Number.POSITIVE_INFINITY);
  const filter = request.text('FilterExpression');
  const passes = filter === undefined ? undefined : parseCondition(filter, 'FilterExpression').test;
  const last = page.at(-1);
  return {
    items: passes === undefined ? page : page.filter((item) => passes({ ...scope, item })),
    scanned: page.length,
    lastKey: hasMore && last !== undefined ? pick(last, ['pk', 'sk', ...keyNames]) : undefined,
  };
}

/** The partition that a key condition names. @throws a ValidationException for what is no key condition */
function partitionOf(
  { conditions }: Condition,
  [pkName, skName]: KeyNames,
  scope: Pick<Parameters<typeof namedPath>[1], 'names' | 'values'>,
): string {
  const nameOf = ({ operand }: Comparison) => namedPath(operand.path ?? [], { ...scope, item: {} }).join('.');
  const [first, second, ...more] = [...conditions].sort((one) => (nameOf(one) === pkName ? -1 : 1));
  const pk = first?.others[0]?.read({ ...scope, item: {} })?.S;
  if (first === undefined || nameOf(first) !== pkName || first.operator !== '=' || pk === undefined) {
    throw invalid(`Query condition missed key schema element: ${pkName}`);
  }
  const isSortCondition = second === undefined || (nameOf(second) === skName && sortOperators.has(second.operator));
  if (!isSortCondition || more.length > 0) throw invalid('Query key condition not supported');
  if (pk === '') throw invalid(`One or more parameter values are not valid: empty string value. Key: ${pkName}`);
  return pk;
}

const sortOperators = new Set(['=', '<', '<=', '>', '>=', 'BETWEEN', 'begins_with']);

/** A start must be a place that this list can have. */
function refuseForeignStart(start: Attributes, keyNames: KeyNames, matches: (item: Attributes) => boolean): void {
  const names = new Set(['pk', 'sk', ...keyNames]);
  const given = Object.keys(start);
  if (given.length !== names.size || given.some((name) => !names.has(name) || start[name]?.S === undefined)) {
    throw invalid('The provided starting key is invalid');
  }
  if (!matches(start)) throw invalid('The provided starting key is outside query boundaries based on provided conditions');
}

const pick = (item: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));

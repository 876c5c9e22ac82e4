import { type Attributes, copyOf } from './attribute-value.ts';
import { invalid } from './errors.ts';
import { Request } from './request.ts';
import { exactKeyOf, type ItemKey, keyOf, type MemoryTable, refuseUnfit, refuseWrongIndexKey } from './table.ts';
import { parseUpdate, updated } from './update.ts';

/** One change of one item: under which condition, and what is stored afterwards. */
export type PlannedWrite = {
  kind: WriteKind;
  tableName: string;
  table: MemoryTable;
  key: ItemKey;
  /** The item of a Put. */
  item?: Attributes;
  holds: (stored: Attributes | undefined) => boolean;
  /** The item afterwards; undefined when there is none. @throws a ValidationException when the item cannot take it */
  after: (stored: Attributes | undefined) => Attributes | undefined;
  /** Whether a failed condition shows what is stored. */
  showsStored: boolean;
  returnValues: string;
  /** The attributes that an update names. */
  touched: (stored: Attributes | undefined) => ReadonlySet<string>;
};

export const writeKinds = ['Put', 'Update', 'Delete', 'ConditionCheck'] as const;
export type WriteKind = (typeof writeKinds)[number];

const expressionFields = ['TableName', 'ConditionExpression', 'ExpressionAttributeNames', 'ExpressionAttributeValues'];
const answerFields = ['ReturnValues', 'ReturnValuesOnConditionCheckFailure'];
const fieldsOfKind: Record<WriteKind, readonly string[]> = {
  Put: ['Item', ...expressionFields, ...answerFields],
  Update: ['Key', 'UpdateExpression', ...expressionFields, ...answerFields],
  Delete: ['Key', ...expressionFields, ...answerFields],
  ConditionCheck: ['Key', ...expressionFields, ...answerFields],
};

/** Reads a write. @throws a ValidationException when DynamoDB would refuse it whatever the table holds */
export function planWrite(kind: WriteKind, input: unknown, tableOf: (name: string) => MemoryTable): PlannedWrite {
  const request = new Request(input, fieldsOfKind[kind]);
  const tableName = request.requiredText('TableName');
  const condition = request.condition();
  const shared = {
    kind,
    tableName,
    table: tableOf(tableName),
    holds: condition ?? (() => true),
    showsStored: request.text('ReturnValuesOnConditionCheckFailure') === 'ALL_OLD',
    returnValues: request.text('ReturnValues') ?? 'NONE',
    touched: () => new Set<string>(),
  };
  if (kind === 'ConditionCheck' && condition === undefined) throw invalid('The expression can not be empty;');
  if (kind === 'Put') {
    const item = copyOf(request.attributes('Item'));
    const key = keyOf(item);
    refuseUnfit(item);
    const after = () => {
      refuseWrongIndexKey(item);
      return item;
    };
    return { ...shared, key, item, after };
  }
  const keyAttributes = request.attributes('Key');
  const key = exactKeyOf(keyAttributes);
  if (kind === 'Delete') return { ...shared, key, after: () => undefined };
  if (kind === 'ConditionCheck') return { ...shared, key, after: (stored) => stored };
  return { ...shared, key, ...planUpdate(request, keyAttributes) };
}

function planUpdate(request: Request, key: Attributes): Pick<PlannedWrite, 'after' | 'touched'> {
  const text = request.text('UpdateExpression');
  if (text === undefined) return { after: (stored) => stored ?? copyOf(key), touched: () => new Set() };
  const update = parseUpdate(text);
  const [names, values] = [request.names(), request.attributes('ExpressionAttributeValues')];
  const result = (stored: Attributes | undefined) => updated(update, { item: stored ?? copyOf(key), names, values });
  return {
    after(stored) {
      const { item, touched } = result(stored);
      const changedKey = ['pk', 'sk'].find((name) => touched.has(name));
      if (changedKey !== undefined) {
        throw invalid(
          `One or more parameter values were invalid: Cannot update attribute ${changedKey}. This attribute is part of the key`,
        );
      }
      refuseUnfit(item);
      refuseWrongIndexKey(item);
      return item;
    },
    touched: (stored) => result(stored).touched,
  };
}

export function applyWrite({ table, key }: PlannedWrite, after: Attributes | undefined): void {
  if (after === undefined) table.delete(key);
  else table.put(key, after);
}

/** The attributes that a single write answers with. */
export function returnedBy(
  write: PlannedWrite,
  before: Attributes | undefined,
  after: Attributes | undefined,
): Attributes | undefined {
  const only = (item: Attributes | undefined) => {
    const touched = write.touched(before);
    const found = Object.entries(item ?? {}).filter(([name]) => touched.has(name));
    return found.length === 0 ? undefined : Object.fromEntries(found);
  };
  switch (write.returnValues) {
    case 'ALL_OLD':
      return before;
    case 'ALL_NEW':
      return after;
    case 'UPDATED_OLD':
      return only(before);
    case 'UPDATED_NEW':
      return only(after);
    default:
      return undefined;
  }
}

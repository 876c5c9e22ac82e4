import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBServiceException,
  TransactionCanceledException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../functions/shared/store/write.ts';
import { tables as dynamo } from '../kit/aws.ts';
import { memoryTables } from '../kit/memory-table.ts';

/**
 * Tables in memory are only worth as much as they resemble DynamoDB. The same generated commands run on them and on the emulator's
 * DynamoDB, and every answer, error and item must be the same. Texts of errors may differ, their names may not.
 */
const TableName = `fidelity-${randomUUID()}`;
const memory = memoryTables();

beforeAll(async () => {
  await dynamo.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema('pk', 'sk'),
      GlobalSecondaryIndexes: [
        { IndexName: 'byOther', KeySchema: keySchema('gsi1pk', 'gsi1sk'), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );
  await waitUntilTableExists({ client: dynamo, maxWaitTime: 30, minDelay: 1 }, { TableName });
});
beforeEach(() => memory.install());
afterAll(async () => {
  memory.uninstall();
  await dynamo.send(new DeleteTableCommand({ TableName }));
});

const keySchema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

/** A command for either side; made anew for each, since the SDK may change what it is given. */
type Command = { name: string; run: (client: DynamoDBDocumentClient) => Promise<object> };

describe('tables in memory', () => {
  it.each([
    [
      'single writes and reads',
      60,
      () => fc.array(fc.oneof(putCommand, updateCommand, deleteCommand, getCommand), { maxLength: 12 }),
    ],
    ['transactions', 60, () => fc.array(transactCommand, { maxLength: 8 })],
    [
      'queries',
      40,
      () =>
        fc.tuple(fc.array(seedCommand, { maxLength: 12 }), fc.array(queryCommand, { maxLength: 6 })).map((parts) => parts.flat()),
    ],
    [
      'batches',
      10,
      () =>
        fc.tuple(fc.array(seedCommand, { maxLength: 5 }), fc.array(batchCommand, { maxLength: 3 })).map((parts) => parts.flat()),
    ],
    ['malformed expressions', 40, () => fc.array(malformedCommand, { maxLength: 8 })],
  ] as const)('do as DynamoDB does with %s', async (_, numRuns, commands) => {
    await fc.assert(
      fc.asyncProperty(commands(), async (made) => {
        const market = randomUUID();
        for (const make of made) {
          const command = make(market);
          expect(await endOf(command, memory.client), command.name).toEqual(await endOf(command, dynamo));
        }
        for (const pk of partitions) expect(await stored(market, pk, memory.client)).toEqual(await stored(market, pk, dynamo));
      }),
      { numRuns },
    );
  });
});

describe('limits', () => {
  const market = randomUUID();
  const Item = (sk: string, more: object = {}) => ({ ...keyIn(market, { pk: 'one', sk }), ...more });
  const put = (sk: string, more: object = {}) => ({ Put: { TableName, Item: Item(sk, more) } });
  const kilobytes = (count: number) => ({ t: 'x'.repeat(count * 1024) });

  it.each<[string, Action[]]>([
    ['101 actions', Array.from({ length: 101 }, (_, n) => put(`${n}`))],
    ['100 actions', Array.from({ length: 100 }, (_, n) => put(`${n}`))],
    ['two actions on one item', [put('a'), { Delete: { TableName, Key: Item('a') } }]],
    ['an item over 400 KB', [put('a', kilobytes(400))]],
    ['an item just below 400 KB', [put('a', { t: 'x'.repeat(400 * 1024 - 60) })]],
    ['an empty sort key', [put('')]],
    ['a sort key of 1025 bytes', [put('x'.repeat(1025))]],
    ['a number as an index key', [put('a', { gsi1pk: 1, gsi1sk: 'x' })]],
    ['an empty index key', [put('a', { gsi1pk: '', gsi1sk: 'x' })]],
    ['more than 4 MB', Array.from({ length: 11 }, (_, n) => put(`${n}`, kilobytes(390)))],
  ])('are the same for %s in one transaction', async (name, TransactItems) => {
    const command = described(name, [], (client) => client.send(new TransactWriteCommand({ TransactItems })));
    expect(await endOf(command, memory.client)).toEqual(await endOf(command, dynamo));
  });

  it('are the same for pages of 1 MB', async () => {
    const pk = `${market}#large`;
    for (const client of [memory.client, dynamo]) {
      for (const sk of ['a', 'b', 'c', 'd']) {
        await client.send(new PutCommand({ TableName, Item: { pk, sk, ...kilobytes(340) } }));
      }
    }
    const input = { TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
    const pageOf = async (client: DynamoDBDocumentClient) => {
      const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand(input));
      return { sks: Items.map(({ sk }) => sk), LastEvaluatedKey };
    };
    const page = await pageOf(memory.client);
    expect(page.sks).toEqual(['a', 'b', 'c']);
    expect(page).toEqual(await pageOf(dynamo));
  });
});

/** How a command ended, as far as both sides must agree. */
async function endOf({ run }: Command, client: DynamoDBDocumentClient): Promise<unknown> {
  try {
    const { $metadata, ConsumedCapacity, ...output } = { $metadata: {}, ConsumedCapacity: {}, ...(await run(client)) };
    return output;
  } catch (thrown) {
    if (thrown instanceof TransactionCanceledException) {
      return {
        name: thrown.name,
        reasons: thrown.CancellationReasons?.map(({ Code, Item }) => ({ Code, item: readable(Item) })),
      };
    }
    if (thrown instanceof DynamoDBServiceException)
      return { name: thrown.name, item: 'Item' in thrown ? readable(thrown.Item) : undefined };
    throw thrown;
  }
}

/** Items in errors are as DynamoDB holds them, with sets in any order. */
const readable = (item: unknown) => (item === undefined ? undefined : unmarshall({ ...Object(item) }));

async function stored(market: string, pk: string, client: DynamoDBDocumentClient): Promise<unknown> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `${market}#${pk}` },
      ConsistentRead: true,
    }),
  );
  return Items;
}

const partitions = ['one', 'two'] as const;
const sortKeys = ['a', 'b', 'c#1', 'c#2', '🧀', '｡'] as const;
const keyArb = fc.record({ pk: fc.constantFrom(...partitions), sk: fc.constantFrom(...sortKeys) });
type KeyParts = { pk: string; sk: string };
const keyIn = (market: string, { pk, sk }: KeyParts) => ({ pk: `${market}#${pk}`, sk });

/**
 * Attributes by the type that they hold, and `status`, a reserved word, which holds anything. What the emulator takes and DynamoDB
 * refuses is left out: texts compared with `begins_with` elsewhere than in `t`, changes within lists and maps of other items.
 */
const text = fc.constantFrom<unknown>('', 'a', 'ab', 'b', '🧀', '｡');
const number = fc.constantFrom<unknown>(0, 1, 2.5, -3, 10);
const plainValue = fc.oneof(text, number, fc.constantFrom<unknown>(true, false, null));
const list = fc.array(plainValue, { maxLength: 3 });
const map = fc.dictionary(fc.constantFrom('x', 'y'), plainValue, { maxKeys: 2 });
const set = fc.constantFrom<unknown>(new Set(['a', 'b']), new Set(['b']), new Set(['c', 'a']));
const valueArb = fc.oneof(plainValue, list, map, set, fc.constantFrom<unknown>(new Set([1, 2]), Uint8Array.of(1, 2, 3)));
const attributesArb = fc.record({ t: text, n: number, l: list, m: map, s: set, status: valueArb }, { requiredKeys: [] });
const indexed = fc.record({ gsi1pk: fc.constantFrom(...partitions), gsi1sk: fc.constantFrom(...sortKeys) });

/** An expression with the values that it uses; `#status` is the only name that needs a placeholder. */
type Expression = { text: string; values: unknown[] };
const withValue =
  (before: string, after: string) =>
  (at: string, value: unknown): Expression => ({
    text: `${before}${at}${after}`,
    values: [value],
  });
const anyPath = fc.constantFrom('t', 'n', 'l', 'm', 's', '#status', 'l[0]', 'm.x', 'l[1]');
const sizedPath = fc.constantFrom('t', 'l', 'm', 's');

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc
    .tuple(fc.constantFrom('attribute_exists', 'attribute_not_exists'), anyPath)
    .map(([name, at]) => ({ text: `${name}(${at})`, values: [] })),
  fc
    .tuple(anyPath, fc.constantFrom('=', '<>'), valueArb)
    .map(([at, operator, value]) => withValue('', ` ${operator} ?`)(at, value)),
  fc
    .tuple(anyPath, fc.constantFrom('<', '<=', '>', '>='), fc.oneof(number, text))
    .map(([at, operator, value]) => withValue('', ` ${operator} ?`)(at, value)),
  fc.tuple(anyPath, fc.oneof(number, text)).map(([at, value]) => ({ text: `${at} BETWEEN ? AND ?`, values: [value, value] })),
  fc.tuple(anyPath, valueArb, valueArb).map(([at, one, other]) => ({ text: `${at} IN (?, ?)`, values: [one, other] })),
  text.map((value) => withValue('begins_with(', ', ?)')('t', value)),
  fc.tuple(anyPath, fc.oneof(text, number)).map(([at, value]) => withValue('contains(', ', ?)')(at, value)),
  fc
    .tuple(anyPath, fc.constantFrom<unknown>('S', 'N', 'BOOL', 'NULL', 'L', 'M', 'SS', 'NS', 'B'))
    .map(([at, value]) => withValue('attribute_type(', ', ?)')(at, value)),
  fc
    .tuple(sizedPath, fc.constantFrom('=', '<', '>='), number)
    .map(([at, operator, value]) => withValue('size(', `) ${operator} ?`)(at, value)),
  fc.constant<Expression>({ text: '(attribute_exists(t) AND t = #status)', values: [] }),
);

const { condition } = fc.letrec<{ condition: Expression }>((tie) => ({
  condition: fc.oneof(
    leaf,
    fc.tuple(tie('condition'), fc.constantFrom('AND', 'OR'), tie('condition')).map(([one, join, other]) => ({
      text: `${one.text} ${join} ${other.text}`,
      values: [...one.values, ...other.values],
    })),
    fc.tuple(leaf, fc.constantFrom('AND', 'OR'), leaf, leaf).map(([one, join, two, three]) => ({
      text: `${one.text} ${join} (${two.text} OR NOT ${three.text})`,
      values: [...one.values, ...two.values, ...three.values],
    })),
    tie('condition')
      .map(({ text, values }) => ({ text: `NOT (${text})`, values }))
      .filter(({ text }) => !text.startsWith('NOT (NOT (')),
  ),
}));

const assignment: fc.Arbitrary<Expression> = fc.oneof(
  text.map((value) => withValue('', ' = ?')('t', value)),
  valueArb.map((value) => withValue('', ' = ?')('#status', value)),
  number.map((value) => ({ text: 'n = n + ?', values: [value] })),
  fc.tuple(number, number).map((values) => ({ text: 'n = if_not_exists(n, ?) - ?', values })),
  list.map((value) => ({ text: 'l = list_append(l, ?)', values: [value] })),
  fc.tuple(list, list).map((values) => ({ text: 'l = list_append(if_not_exists(l, ?), ?)', values })),
  plainValue.map((value) => withValue('', ' = ?')('m.x', value)),
  fc.constant<Expression>({ text: 'm = #status', values: [] }),
);
const addition: fc.Arbitrary<Expression> = fc.oneof(
  number.map((value) => withValue('', ' ?')('n', value)),
  set.map((value) => withValue('', ' ?')('s', value)),
);
/** The attribute that an assignment changes. */
const targetOf = ({ text }: Expression) => text.split(/[ .]/)[0];
const clause = (name: string, parts: readonly Expression[]): Expression => ({
  text: parts.length === 0 ? '' : `${name} ${parts.map(({ text }) => text).join(', ')}`,
  values: parts.flatMap(({ values }) => values),
});
const update: fc.Arbitrary<Expression> = fc
  .tuple(
    fc.array(assignment, { maxLength: 2 }),
    fc.subarray(['t', 'n', '#status'].map((at): Expression => ({ text: at, values: [] }))),
    fc.array(addition, { maxLength: 1 }),
  )
  .filter((parts) => {
    const targets = parts.flat().map(targetOf);
    return targets.length > 0 && new Set(targets).size === targets.length;
  })
  .map(([sets, removals, additions]) => {
    const clauses = [clause('SET', sets), clause('REMOVE', removals), clause('ADD', additions)].filter(({ text }) => text !== '');
    return { text: clauses.map(({ text }) => text).join(' '), values: clauses.flatMap(({ values }) => values) };
  });

/** Expressions as a request takes them: each `?` becomes a placeholder of its own. */
function expressionsOf(parts: Readonly<Record<string, Expression | undefined>>) {
  const values: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  for (const [name, expression] of Object.entries(parts)) {
    if (expression === undefined) continue;
    const waiting = [...expression.values];
    texts[name] = expression.text.replaceAll('?', () => {
      const placeholder = `:v${Object.keys(values).length}`;
      values[placeholder] = waiting.shift();
      return placeholder;
    });
  }
  const usesName = Object.values(texts).some((text) => text.includes('#status'));
  return {
    ...texts,
    ...(usesName && { ExpressionAttributeNames: { '#status': 'status' } }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

const maybeCondition = fc.option(condition, { nil: undefined });
const onFailure = fc.constantFrom('ALL_OLD' as const, 'NONE' as const);
const described = (name: string, input: object, run: Command['run']): Command => ({
  name: `${name} ${JSON.stringify(input, (_, value: unknown) => (value instanceof Set ? [...value] : value))}`,
  run,
});

const putCommand = fc
  .record({ key: keyArb, more: attributesArb, condition: maybeCondition, onFailure })
  .map((given) => (market: string) => {
    const input = {
      TableName,
      Item: { ...given.more, ...keyIn(market, given.key) },
      ReturnValues: 'ALL_OLD' as const,
      ReturnValuesOnConditionCheckFailure: given.onFailure,
      ...expressionsOf({ ConditionExpression: given.condition }),
    };
    return described('put', input, (client) => client.send(new PutCommand(input)));
  });

const seedCommand = fc
  .record({
    key: keyArb,
    more: fc.oneof(
      attributesArb,
      fc.tuple(attributesArb, indexed).map(([one, other]) => ({ ...one, ...other })),
    ),
  })
  .map(({ key, more }) => (market: string) => {
    const gsi = 'gsi1pk' in more ? { gsi1pk: `${market}#${more.gsi1pk}` } : {};
    const input = { TableName, Item: { ...more, ...gsi, ...keyIn(market, key) } };
    return described('put', input, (client) => client.send(new PutCommand(input)));
  });

const updateCommand = fc
  .record({
    key: keyArb,
    update,
    condition: maybeCondition,
    onFailure,
    ReturnValues: fc.constantFrom('ALL_NEW' as const, 'ALL_OLD' as const, 'UPDATED_NEW' as const, 'NONE' as const),
  })
  .map((given) => (market: string) => {
    const input = {
      TableName,
      Key: keyIn(market, given.key),
      ReturnValues: given.ReturnValues,
      ReturnValuesOnConditionCheckFailure: given.onFailure,
      ...expressionsOf({ UpdateExpression: given.update, ConditionExpression: given.condition }),
    };
    return described('update', input, (client) => client.send(new UpdateCommand(input)));
  });

const deleteCommand = fc.record({ key: keyArb, condition: maybeCondition }).map((given) => (market: string) => {
  const input = {
    TableName,
    Key: keyIn(market, given.key),
    ReturnValues: 'ALL_OLD' as const,
    ...expressionsOf({ ConditionExpression: given.condition }),
  };
  return described('delete', input, (client) => client.send(new DeleteCommand(input)));
});

const getCommand = keyArb.map((key) => (market: string) => {
  const input = { TableName, Key: keyIn(market, key), ConsistentRead: true };
  return described('get', input, (client) => client.send(new GetCommand(input)));
});

const batchCommand = fc.array(keyArb, { minLength: 1, maxLength: 4 }).map((keys) => (market: string) => {
  const input = { RequestItems: { [TableName]: { Keys: keys.map((key) => keyIn(market, key)), ConsistentRead: true } } };
  return described('batch', input, async (client) => {
    const { Responses } = await client.send(new BatchGetCommand(input));
    const items = Responses?.[TableName] ?? [];
    // DynamoDB promises no order here.
    return { items: items.sort((one, other) => (`${one.pk} ${one.sk}` < `${other.pk} ${other.sk}` ? -1 : 1)) };
  });
});

const action = fc
  .record({
    kind: fc.constantFrom('Put', 'Update', 'Delete', 'ConditionCheck'),
    key: keyArb,
    more: attributesArb,
    update,
    condition,
    isConditional: fc.boolean(),
    onFailure,
  })
  .map((given) => (market: string): Action => {
    const Key = keyIn(market, given.key);
    const shared = { TableName, ReturnValuesOnConditionCheckFailure: given.onFailure };
    const ConditionExpression = given.isConditional || given.kind === 'ConditionCheck' ? given.condition : undefined;
    const conditional = expressionsOf({ ConditionExpression });
    if (given.kind === 'Put') return { Put: { ...shared, Item: { ...given.more, ...Key }, ...conditional } };
    if (given.kind === 'Delete') return { Delete: { ...shared, Key, ...conditional } };
    if (given.kind === 'Update') {
      const UpdateExpression = '';
      return {
        Update: { ...shared, Key, UpdateExpression, ...expressionsOf({ UpdateExpression: given.update, ConditionExpression }) },
      };
    }
    return { ConditionCheck: { ...shared, Key, ConditionExpression: '', ...conditional } };
  });

const transactCommand = fc.array(action, { minLength: 1, maxLength: 4 }).map((actions) => (market: string) => {
  const TransactItems = actions.map((make) => make(market));
  return described('transact', TransactItems, (client) => client.send(new TransactWriteCommand({ TransactItems })));
});

const range = fc.oneof(
  fc.constant({ text: '', values: [] }),
  fc
    .tuple(fc.constantFrom('=', '<', '<=', '>', '>='), fc.constantFrom(...sortKeys))
    .map(([operator, value]) => ({ text: ` AND SK ${operator} ?`, values: [value] })),
  fc.constantFrom('c', 'c#', 'z').map((value) => ({ text: ' AND begins_with(SK, ?)', values: [value] })),
  fc.constant({ text: ' AND SK BETWEEN ? AND ?', values: ['b', 'c#1'] }),
);

/** All pages of a list, each as it came. */
const queryCommand = fc
  .record({
    pk: fc.constantFrom(...partitions),
    range,
    Limit: fc.integer({ min: 1, max: 4 }),
    ScanIndexForward: fc.boolean(),
    isOfIndex: fc.boolean(),
    filter: maybeCondition,
    foreignStart: fc.option(keyArb, { nil: undefined, freq: 6 }),
  })
  .map((given) => (market: string) => {
    const [pkName, skName] = given.isOfIndex ? (['gsi1pk', 'gsi1sk'] as const) : (['pk', 'sk'] as const);
    const input = {
      TableName,
      Limit: given.Limit,
      ScanIndexForward: given.ScanIndexForward,
      ...(given.isOfIndex ? { IndexName: 'byOther' } : { ConsistentRead: true }),
      ...expressionsOf({
        KeyConditionExpression: {
          text: `${pkName} = ?${given.range.text.replace('SK', skName)}`,
          values: [`${market}#${given.pk}`, ...given.range.values],
        },
        FilterExpression: given.filter,
      }),
    };
    const start = given.foreignStart && keyIn(market, given.foreignStart);
    return described('query', { ...input, start }, async (client) => {
      const pages: object[] = [];
      let ExclusiveStartKey: Record<string, unknown> | undefined = start;
      do {
        const { Items, Count, ScannedCount, LastEvaluatedKey } = await client.send(
          new QueryCommand({ ...input, ExclusiveStartKey }),
        );
        pages.push({ Items, Count, ScannedCount, LastEvaluatedKey });
        ExclusiveStartKey = LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined && pages.length < 20);
      return { pages };
    });
  });

/** What DynamoDB refuses whatever is stored. */
const malformedCommand = fc
  .constantFrom<{
    ConditionExpression: string;
    ExpressionAttributeNames?: Record<string, string>;
    ExpressionAttributeValues?: Record<string, unknown>;
  }>(
    { ConditionExpression: 'status = :v', ExpressionAttributeValues: { ':v': 1 } },
    { ConditionExpression: 'p = :other', ExpressionAttributeValues: { ':v': 1 } },
    { ConditionExpression: 'attribute_exists(p)', ExpressionAttributeValues: { ':v': 1 } },
    { ConditionExpression: 'attribute_exists(p)', ExpressionAttributeNames: { '#p': 'p' } },
    { ConditionExpression: '#p = :v', ExpressionAttributeValues: { ':v': 1 } },
    { ConditionExpression: 'p == :v', ExpressionAttributeValues: { ':v': 1 } },
    { ConditionExpression: '(p = :v', ExpressionAttributeValues: { ':v': 1 } },
    { ConditionExpression: '((p = :v))', ExpressionAttributeValues: { ':v': 1 } },
    { ConditionExpression: 'p BETWEEN :low AND :high', ExpressionAttributeValues: { ':low': 2, ':high': 1 } },
    { ConditionExpression: 'p AND q' },
    { ConditionExpression: ' ' },
    { ConditionExpression: 'NOT p' },
    { ConditionExpression: 'p = :v q = :v', ExpressionAttributeValues: { ':v': 1 } },
  )
  .map((expression) => (market: string) => {
    const input = { TableName, Key: keyIn(market, { pk: 'one', sk: 'a' }), ...expression };
    return described('delete', input, (client) => client.send(new DeleteCommand(input)));
  });

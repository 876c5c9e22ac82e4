import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commit } from '../../functions/shared/store/commit.ts';
import { queryItems, readItem, readItems } from '../../functions/shared/store/dynamo.ts';
import { type Action, putNew, putVersioned, type Write } from '../../functions/shared/store/write.ts';
import { memoryTables } from './memory-table.ts';

const TableName = 'shelf';
const tables = memoryTables();
const { client } = tables;
beforeEach(() => tables.install());
afterEach(() => tables.uninstall());

const key = (sk: string, pk = 'cheese') => ({ pk, sk });
const transact = (...TransactItems: Action[]) => client.send(new TransactWriteCommand({ TransactItems }));
const reasonsOf = async (transaction: Promise<unknown>) => {
  const thrown: unknown = await transaction.catch((cause: unknown) => cause);
  if (!(thrown instanceof TransactionCanceledException)) throw thrown;
  return thrown.CancellationReasons;
};
const keep = (sk: string, more: object = {}) => tables.put(TableName, { Put: { Item: { ...key(sk), ...more } } });

describe('conditions', () => {
  const item = {
    ...key('a'),
    count: 3,
    label: 'blue',
    open: true,
    nought: null,
    tags: new Set(['x', 'y']),
    parts: [{ id: 'l1' }, { id: 'l2' }],
    nested: { deep: { n: 1 } },
  };
  const names = { '#open': 'open', '#count': 'count' };
  const holds = async (condition: string, values: Record<string, unknown> = {}) => {
    keep('a', item);
    const used = Object.fromEntries(Object.entries(names).filter(([placeholder]) => condition.includes(placeholder)));
    const check = {
      TableName,
      Key: key('a'),
      ConditionExpression: condition,
      ...(Object.keys(used).length > 0 && { ExpressionAttributeNames: used }),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    };
    return transact({ ConditionCheck: check }).then(
      () => true,
      (thrown: unknown) => {
        if (thrown instanceof TransactionCanceledException) return false;
        throw thrown;
      },
    );
  };

  it.each<[string, boolean, Record<string, unknown>?]>([
    ['attribute_exists(label)', true],
    ['attribute_not_exists(label)', false],
    ['attribute_not_exists(absent)', true],
    ['label = :v', true, { ':v': 'blue' }],
    ['label <> :v', false, { ':v': 'blue' }],
    ['absent <> :v', true, { ':v': 'blue' }],
    ['absent = :v', false, { ':v': 'blue' }],
    ['absent < :v', false, { ':v': 1 }],
    ['#count < :v', true, { ':v': 4 }],
    ['#count >= :v', true, { ':v': 3 }],
    ['#count > :v', false, { ':v': '1' }],
    ['#count BETWEEN :low AND :high', true, { ':low': 3, ':high': 9 }],
    ['label BETWEEN :low AND :high AND #open = :yes', true, { ':low': 'a', ':high': 'c', ':yes': true }],
    ['label IN (:a, :b)', true, { ':a': 'red', ':b': 'blue' }],
    ['begins_with(label, :v)', true, { ':v': 'bl' }],
    ['contains(label, :v)', true, { ':v': 'lu' }],
    ['contains(tags, :v)', true, { ':v': 'y' }],
    ['contains(tags, :v)', false, { ':v': 'z' }],
    ['attribute_type(nought, :v)', true, { ':v': 'NULL' }],
    ['size(parts) = :v', true, { ':v': 2 }],
    ['parts[1].id = :v', true, { ':v': 'l2' }],
    ['nested.deep = :v', true, { ':v': { n: 1 } }],
    ['NOT label = :v', true, { ':v': 'red' }],
    ['label = :no OR label = :yes', true, { ':no': 'red', ':yes': 'blue' }],
    ['label = :yes OR label = :no AND label = :no', true, { ':no': 'red', ':yes': 'blue' }],
    ['(label = :yes OR label = :no) AND label = :no', false, { ':no': 'red', ':yes': 'blue' }],
  ])('%s is %s', async (condition, expected, values = {}) => {
    expect(await holds(condition, values)).toBe(expected);
  });

  it.each<[string, string, Record<string, unknown>?]>([
    ['a reserved word', 'status = :v', { ':v': 1 }],
    ['an unknown placeholder', 'label = :other', { ':v': 1 }],
    ['a placeholder that is not used', 'attribute_exists(label)', { ':v': 1 }],
    ['a syntax error', 'label = = :v', { ':v': 1 }],
    ['redundant parentheses', '((label = :v))', { ':v': 1 }],
    ['an order of what has none', 'label < :v', { ':v': true }],
    ['nothing', ' '],
  ])('refuses %s', async (_, condition, values = {}) => {
    await expect(holds(condition, values)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('updates', () => {
  const update = (UpdateExpression: string, values: Record<string, unknown> = {}) =>
    client.send(
      new UpdateCommand({
        TableName,
        Key: key('a'),
        UpdateExpression,
        ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
        ReturnValues: 'ALL_NEW',
      }),
    );

  it.each<[string, object, Record<string, unknown>, object]>([
    ['SET label = :v', { label: 'a' }, { ':v': 'b' }, { label: 'b' }],
    ['SET amount = amount + :v, label = :l', { amount: 2 }, { ':v': 3, ':l': 'x' }, { label: 'x', amount: 5 }],
    ['SET amount = if_not_exists(amount, :zero) - :v', {}, { ':zero': 0, ':v': 3 }, { amount: -3 }],
    ['SET parts = list_append(parts, :more)', { parts: [1] }, { ':more': [2] }, { parts: [1, 2] }],
    ['SET one = two, two = one', { one: 1, two: 2 }, {}, { one: 2, two: 1 }],
    ['SET nested.deep = :v', { nested: {} }, { ':v': 1 }, { nested: { deep: 1 } }],
    ['REMOVE label', { label: 'a' }, {}, {}],
    ['REMOVE parts[0], parts[2]', { parts: ['a', 'b', 'c'] }, {}, { parts: ['b'] }],
    ['ADD tries :v SET label = :l', {}, { ':v': 1, ':l': 'x' }, { label: 'x', tries: 1 }],
    ['ADD tags :v', { tags: new Set(['x']) }, { ':v': new Set(['x', 'y']) }, { tags: new Set(['x', 'y']) }],
    ['DELETE tags :v', { tags: new Set(['x']) }, { ':v': new Set(['x']) }, {}],
  ])('%s', async (expression, before, values, after) => {
    keep('a', before);
    const { Attributes } = await update(expression, values);
    expect(Attributes).toEqual({ ...key('a'), ...after });
    expect(tables.items(TableName)).toEqual([{ ...key('a'), ...after }]);
  });

  it('makes the item that is not there', async () => {
    await update('ADD tries :v', { ':v': 2 });
    expect(tables.items(TableName)).toEqual([{ ...key('a'), tries: 2 }]);
  });

  it.each<[string, string, Record<string, unknown>?]>([
    ['a change of the key', 'SET sk = :v', { ':v': 'b' }],
    ['two changes of one place', 'SET label = :v, label = :v', { ':v': 'b' }],
    ['a sum with nothing', 'SET amount = absent + :v', { ':v': 1 }],
    ['a sum of texts', 'SET amount = label + :v', { ':v': 1 }],
    ['a place below nothing', 'SET absent.deep = :v', { ':v': 1 }],
  ])('refuses %s', async (_, expression, values) => {
    keep('a', { label: 'x' });
    await expect(update(expression, values)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(tables.items(TableName)).toEqual([{ ...key('a'), label: 'x' }]);
  });
});

describe('transactions', () => {
  const Put = (sk: string, more: object = {}) => ({ TableName, Item: { ...key(sk), ...more } });

  it('stores all or nothing, and gives a reason for each action in order', async () => {
    keep('b', { count: 7 });
    const reasons = await reasonsOf(
      transact(
        { Put: Put('a') },
        { Put: { ...Put('b'), ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
        { Delete: { TableName, Key: key('c'), ConditionExpression: 'attribute_exists(pk)' } },
      ),
    );
    expect(reasons).toEqual([
      { Code: 'None' },
      {
        Code: 'ConditionalCheckFailed',
        Message: 'The conditional request failed',
        Item: { pk: { S: 'cheese' }, sk: { S: 'b' }, count: { N: '7' } },
      },
      { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' },
    ]);
    expect(tables.items(TableName)).toEqual([{ ...key('b'), count: 7 }]);
  });

  it('spans tables, and checks conditions before anything changes', async () => {
    keep('a', { version: 1 });
    await transact(
      { Delete: { TableName, Key: key('a') } },
      { Put: { ...Put('x'), TableName: 'other' } },
      { ConditionCheck: { TableName: 'other', Key: key('a'), ConditionExpression: 'attribute_not_exists(pk)' } },
    );
    expect([tables.items(TableName), tables.items('other')]).toEqual([[], [key('x')]]);
  });

  it('reports an update that does not fit as a reason', async () => {
    keep('a', { label: 'x' });
    const Update = { TableName, Key: key('a'), UpdateExpression: 'ADD label :v', ExpressionAttributeValues: { ':v': 1 } };
    const reasons = await reasonsOf(transact({ Put: Put('b') }, { Update }));
    expect(reasons).toMatchObject([{ Code: 'None' }, { Code: 'ValidationError' }]);
  });

  it.each<[string, Action[]]>([
    ['101 actions', Array.from({ length: 101 }, (_, n) => ({ Put: Put(`${n}`) }))],
    ['no action', []],
    ['two actions on one item', [{ Put: Put('a') }, { Delete: { TableName, Key: key('a') } }]],
    ['an item over 400 KB', [{ Put: Put('a', { text: 'x'.repeat(400 * 1024) }) }]],
    ['an empty key', [{ Put: Put('') }]],
    ['an item without its key', [{ Put: { TableName, Item: { pk: 'a' } } }]],
    ['an empty index key', [{ Put: Put('a', { gsi1pk: '', gsi1sk: 'x' }) }]],
    ['over 4 MB', Array.from({ length: 11 }, (_, n) => ({ Put: Put(`${n}`, { text: 'x'.repeat(390 * 1024) }) }))],
  ])('refuses %s', async (_, actions) => {
    await expect(transact(...actions)).rejects.toMatchObject({ name: 'ValidationException' });
    expect(tables.items(TableName)).toEqual([]);
  });

  it('takes 100 actions', async () => {
    await transact(...Array.from({ length: 100 }, (_, n) => ({ Put: Put(`${n}`) })));
    expect(tables.items(TableName)).toHaveLength(100);
  });
});

describe('single writes', () => {
  it('show what is stored when their condition fails and they are asked to', async () => {
    keep('a', { count: 1 });
    const put = { TableName, Item: key('a'), ConditionExpression: 'attribute_not_exists(pk)' };
    await expect(client.send(new PutCommand(put))).rejects.toEqual(expect.any(ConditionalCheckFailedException));
    await expect(client.send(new PutCommand({ ...put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }))).rejects.toMatchObject({
      Item: { count: { N: '1' } },
    });
  });

  it('answer with the old item', async () => {
    keep('a', { count: 1 });
    expect(await client.send(new DeleteCommand({ TableName, Key: key('a'), ReturnValues: 'ALL_OLD' }))).toMatchObject({
      Attributes: { ...key('a'), count: 1 },
    });
    expect(await client.send(new DeleteCommand({ TableName, Key: key('a') }))).not.toHaveProperty('Attributes');
  });
});

describe('queries', () => {
  const query = (more: object) =>
    client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ...more,
        ExpressionAttributeValues: { ':pk': 'cheese', ...('values' in more ? Object(more.values) : {}) },
        ...('values' in more && { values: undefined }),
      }),
    );
  const sks = ({ Items = [] }: { Items?: Record<string, unknown>[] | undefined }) => Items.map(({ sk }) => sk);

  it('sort by bytes, not by UTF-16 units', async () => {
    for (const sk of ['b', 'a', '｡', '🧀', 'B']) keep(sk);
    expect(sks(await query({}))).toEqual(['B', 'a', 'b', '｡', '🧀']);
    expect(sks(await query({ ScanIndexForward: false }))).toEqual(['🧀', '｡', 'b', 'a', 'B']);
  });

  it('end a page at its limit without looking ahead', async () => {
    for (const sk of ['a', 'b']) keep(sk);
    const full = await query({ Limit: 2 });
    expect(full.LastEvaluatedKey).toEqual(key('b'));
    const next = await query({ Limit: 2, ExclusiveStartKey: full.LastEvaluatedKey });
    expect([sks(next), next.LastEvaluatedKey]).toEqual([[], undefined]);
  });

  it('end a page at 1 MB', async () => {
    for (const sk of ['a', 'b', 'c']) keep(sk, { text: 'x'.repeat(390 * 1024) });
    const first = await query({});
    expect([sks(first), first.LastEvaluatedKey]).toEqual([['a', 'b'], key('b')]);
  });

  it.each<[string, string, string[]]>([
    ['begins_with(sk, :sk)', 'o#1', ['o#1', 'o#10']],
    ['sk < :sk', 'o#10', ['o#1']],
    ['sk >= :sk', 'o#10', ['o#10', 'o#2']],
    ['sk = :sk', 'o#2', ['o#2']],
  ])('%s', async (range, sk, expected) => {
    for (const one of ['o#1', 'o#2', 'o#10']) keep(one);
    const found = await query({ KeyConditionExpression: `pk = :pk AND ${range}`, values: { ':sk': sk } });
    expect(sks(found)).toEqual(expected);
  });

  it('read an index, where only items with its keys are', async () => {
    keep('a', { gsi1pk: 'buyer', gsi1sk: '2' });
    keep('b', { gsi1pk: 'buyer', gsi1sk: '1' });
    keep('c', { gsi1pk: 'buyer' });
    keep('d');
    const index = {
      IndexName: 'byBuyer',
      KeyConditionExpression: 'gsi1pk = :buyer',
      ExpressionAttributeValues: { ':buyer': 'buyer' },
    };
    const first = await client.send(new QueryCommand({ TableName, ...index, Limit: 1 }));
    expect([sks(first), first.LastEvaluatedKey]).toEqual([['b'], { ...key('b'), gsi1pk: 'buyer', gsi1sk: '1' }]);
    const next = await client.send(new QueryCommand({ TableName, ...index, ExclusiveStartKey: first.LastEvaluatedKey }));
    expect(sks(next)).toEqual(['a']);
    await expect(client.send(new QueryCommand({ TableName, ...index, ConsistentRead: true }))).rejects.toThrow(
      'Consistent reads',
    );
  });

  it('refuse a start that the list cannot have', async () => {
    for (const ExclusiveStartKey of [{ pk: 'cheese' }, key('a', 'ham'), { ...key('a'), more: 1 }]) {
      await expect(query({ ExclusiveStartKey })).rejects.toMatchObject({ name: 'ValidationException' });
    }
  });

  it('serve the pages of queryItems', async () => {
    await tables.runIn(TableName, async () => {
      for (const sk of ['a', 'b', 'c', 'd']) keep(sk);
      const first = await queryItems({ pk: 'cheese', limit: 2 });
      expect(sks({ Items: first.items })).toEqual(['a', 'b']);
      const second = await queryItems({ pk: 'cheese', limit: 2, cursor: String(first.nextCursor) });
      expect([sks({ Items: second.items }), second.nextCursor]).toEqual([['c', 'd'], undefined]);
    });
  });
});

describe('reads', () => {
  it('get one or many, each once', async () => {
    keep('a', { n: 1 });
    keep('b');
    await tables.runIn(TableName, async () => {
      expect(await readItem(key('a'))).toEqual({ ...key('a'), n: 1 });
      expect(await readItem(key('z'))).toBeUndefined();
      expect(await readItems([key('a'), key('z'), key('b')])).toHaveLength(2);
    });
    const Keys = [key('a'), key('a')];
    await expect(client.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys } } }))).rejects.toThrow('duplicates');
  });

  it('read again what a batch left unprocessed', async () => {
    keep('a');
    tables.leaveNextBatchUnprocessed();
    expect(await tables.runIn(TableName, () => readItems([key('a')]))).toEqual([key('a')]);
  });

  it('share nothing with the table, in either direction', async () => {
    const parts = [{ quantity: 1 }];
    const bytes = Uint8Array.of(1, 2);
    keep('a', { parts, bytes, gone: undefined });
    parts.push({ quantity: 2 });
    bytes[0] = 9;
    const { Item } = await client.send(new GetCommand({ TableName, Key: key('a') }));
    expect(Item).toEqual({ ...key('a'), parts: [{ quantity: 1 }], bytes: Uint8Array.of(1, 2) });
    Item?.parts.push('more');
    expect(tables.items(TableName)).toEqual([{ ...key('a'), parts: [{ quantity: 1 }], bytes: Uint8Array.of(1, 2) }]);
  });

  it('know nothing they would ignore', async () => {
    await expect(client.send(new GetCommand({ TableName, Key: key('a'), ProjectionExpression: 'pk' }))).rejects.toThrow(
      'do not know ProjectionExpression',
    );
  });
});

describe('faults', () => {
  const cause = { correlationId: 'c', traceparent: 't', organizationId: 'o', causationId: 'e' };
  const writes: Write[] = [putNew(key('a'))];
  const commitOnce = () => tables.runIn(TableName, () => commit({ cause, writes }));

  it.each(['contended', 'throttled', 'in-progress'] as const)('%s: nothing is written, once', async (fault) => {
    tables.failNext(fault);
    expect(await commitOnce()).toEqual({ outcome: 'contended', isInFlight: false });
    expect(tables.items(TableName)).toEqual([]);
    expect(await commitOnce()).toEqual({ outcome: 'committed' });
  });

  it('an answer is lost: it is written', async () => {
    tables.failNext('lost-answer');
    await expect(commitOnce()).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(tables.items(TableName)).toEqual([key('a')]);
  });

  it('the table is out of reach', async () => {
    tables.failNext('unreachable');
    await expect(commitOnce()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    tables.failNextCall('throttled');
    await expect(tables.runIn(TableName, () => readItem(key('a')))).rejects.toMatchObject({ name: 'ThrottlingException' });
  });

  it('another writer comes in between', async () => {
    tables.put(TableName, putVersioned({ ...key('a'), version: 1 }));
    tables.beforeNextTransaction(() => tables.put(TableName, putVersioned({ ...key('a'), version: 2, by: 'other' })));
    const wanted = putVersioned({ ...key('a'), version: 2, by: 'us' });
    const outcome = await tables.runIn(TableName, () => commit({ cause, writes: [wanted] }));
    expect(outcome).toEqual({
      outcome: 'condition-failed',
      failed: [{ index: 0, item: { ...key('a'), version: 2, by: 'other' } }],
    });
  });
});

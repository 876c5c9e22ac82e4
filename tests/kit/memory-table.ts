import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type Item, useDocumentClient } from '../../functions/shared/store/dynamo.ts';
import type { Action, Write } from '../../functions/shared/store/write.ts';
import type { Attributes } from './dynamo-memory/attribute-value.ts';
import { inProgress, throttled, timedOut, unreachable } from './dynamo-memory/errors.ts';
import { MemoryServer, type Reply } from './dynamo-memory/server.ts';
import { cancelledAs } from './dynamo-memory/transaction.ts';
import { installPersonKeys, uninstallPersonKeys } from './personal-data.ts';

/**
 * How a transaction goes wrong. Only one whose answer is lost is stored all the same. One that is contended conflicts with another
 * on its first item, or on its last, which is the idempotency record of a request.
 */
export type Fault = 'contended' | 'last-contended' | 'throttled' | 'in-progress' | 'lost-answer' | 'unreachable';

export type MemoryTables = {
  /** Puts these tables in DynamoDB's place for this process, empty. Events are sealed with keys that are in memory too. */
  install(): void;
  /** Brings DynamoDB back. */
  uninstall(): void;
  /** The client that talks to these tables, for code that takes one. */
  client: DynamoDBDocumentClient;
  /** All items of a table, by their keys. */
  items(table: string): Item[];
  /** Stores writes in a table, as one transaction with their conditions. */
  put(table: string, ...writes: readonly Write[]): void;
  /** Runs code with TABLE_NAME set to this table. */
  runIn<Result>(table: string, run: () => Promise<Result>): Promise<Result>;
  /** Lets the next transactions fail, one each. */
  failNext(...faults: readonly Fault[]): void;
  /** Runs right before the next transaction is applied, as a writer that comes in between. */
  beforeNextTransaction(run: () => void | Promise<void>): void;
  /** Lets the next read or single write fail, as when DynamoDB cannot be reached. */
  failNextCall(fault: 'throttled' | 'unreachable'): void;
  /** The next BatchGet answers with none of its keys processed. */
  leaveNextBatchUnprocessed(): void;
  /** Keeps what all tables hold, and returns what brings it back. */
  snapshot(): () => void;
};

/** Called around each command, with its input as the code gave it; `perform` runs it. */
export type Around = (command: string, input: object, perform: () => Promise<object>) => Promise<object>;

/**
 * DynamoDB in memory, behind the SDK's own document client: conditions, updates, transactions, pages, limits and errors are those of
 * DynamoDB (an end-to-end test compares them). Only the HTTP call is left out. Indexes do not lag.
 */
export function memoryTables(around: Around = (_, __, perform) => perform()): MemoryTables {
  const server = new MemoryServer();
  const faults: Fault[] = [];
  const callFaults: ('throttled' | 'unreachable')[] = [];
  const interruptions: (() => void | Promise<void>)[] = [];
  let unprocessedBatches = 0;

  async function answer(command: string, input: object): Promise<object> {
    if (command === 'TransactWriteCommand') return transact(input);
    const fault = callFaults.shift();
    if (fault !== undefined) throw fault === 'throttled' ? throttled() : unreachable();
    if (command === 'BatchGetCommand' && unprocessedBatches > 0 && 'RequestItems' in input) {
      unprocessedBatches -= 1;
      return { Responses: {}, UnprocessedKeys: input.RequestItems };
    }
    return outputOf(server.handle(command, input));
  }

  async function transact(input: object): Promise<object> {
    await interruptions.shift()?.();
    const fault = faults.shift();
    if (fault !== undefined && fault !== 'lost-answer') throw refusalOf(fault, input);
    const output = outputOf(server.handle('TransactWriteCommand', input));
    if (fault === 'lost-answer') throw timedOut();
    return output;
  }

  const client = clientOf((command, input) => around(command, input, () => answer(command, input)));
  return {
    client,
    install() {
      server.clear();
      faults.length = 0;
      callFaults.length = 0;
      interruptions.length = 0;
      unprocessedBatches = 0;
      useDocumentClient(client);
      installPersonKeys();
    },
    uninstall() {
      useDocumentClient(undefined);
      uninstallPersonKeys();
    },
    items: (table) => server.table(table).items().map(plain),
    put(table, ...writes) {
      if (writes.length > 0)
        server.handle('TransactWriteCommand', { TransactItems: writes.map((write) => onTable(write, table)) });
    },
    async runIn(table, run) {
      const before = process.env.TABLE_NAME;
      process.env.TABLE_NAME = table;
      try {
        return await run();
      } finally {
        if (before === undefined) delete process.env.TABLE_NAME;
        else process.env.TABLE_NAME = before;
      }
    },
    failNext: (...next) => void faults.push(...next),
    beforeNextTransaction: (run) => void interruptions.push(run),
    failNextCall: (fault) => void callFaults.push(fault),
    leaveNextBatchUnprocessed: () => {
      unprocessedBatches += 1;
    },
    snapshot: () => server.snapshot(),
  };
}

/** The SDK's document client, whose commands are answered here instead of being sent: its own chain would take most of the time. */
function clientOf(answer: (command: string, input: object) => Promise<object>): DynamoDBDocumentClient {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'memory' }));
  const send = async (command: { input: object }) => ({
    $metadata: { httpStatusCode: 200 },
    ...(await answer(command.constructor.name, command.input)),
  });
  Object.assign(client, { send });
  return client;
}

function refusalOf(fault: Exclude<Fault, 'lost-answer'>, input: object): Error {
  const actions = 'TransactItems' in input && Array.isArray(input.TransactItems) ? input.TransactItems.length : 1;
  switch (fault) {
    case 'contended':
      return cancelledAs('TransactionConflict', 'Transaction is ongoing for the item', 0, actions);
    case 'last-contended':
      return cancelledAs('TransactionConflict', 'Transaction is ongoing for the item', actions - 1, actions);
    case 'throttled':
      return cancelledAs('ThrottlingError', 'Throughput exceeds the current capacity of your table', 0, actions);
    case 'in-progress':
      return inProgress();
    case 'unreachable':
      return unreachable();
  }
}

/** A reply in the shape of the SDK's output, its items as plain objects that share nothing with the tables. */
function outputOf(reply: Reply): object {
  switch (reply.kind) {
    case 'nothing':
      return {};
    case 'item':
      return reply.item === undefined ? {} : { Item: plain(reply.item) };
    case 'attributes':
      return reply.attributes === undefined ? {} : { Attributes: plain(reply.attributes) };
    case 'page': {
      const { items, scanned, lastKey } = reply;
      const last = lastKey && { LastEvaluatedKey: plain(lastKey) };
      return { Items: items.map(plain), Count: items.length, ScannedCount: scanned, ...last };
    }
    case 'batch': {
      const Responses = Object.fromEntries(Object.entries(reply.found).map(([name, items]) => [name, items.map(plain)]));
      return { Responses, UnprocessedKeys: {} };
    }
  }
}

const plain = (item: Attributes): Item => unmarshall(item);

function onTable(write: Write, TableName: string): Action {
  if ('Put' in write) return { Put: { ...write.Put, TableName } };
  if ('Update' in write) return { Update: { ...write.Update, TableName } };
  if ('Delete' in write) return { Delete: { ...write.Delete, TableName } };
  return { ConditionCheck: { ...write.ConditionCheck, TableName } };
}

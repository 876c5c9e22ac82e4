import type { Attributes } from './attribute-value.ts';
import { conditionFailed, invalid } from './errors.ts';
import { query } from './query.ts';
import { Request } from './request.ts';
import { exactKeyOf, MemoryTable } from './table.ts';
import { applyTransaction, planTransaction } from './transaction.ts';
import { applyWrite, type PlannedWrite, planWrite, returnedBy } from './write.ts';

/** What a command answers: items as DynamoDB holds them. */
export type Reply =
  | { kind: 'nothing' }
  | { kind: 'item'; item: Attributes | undefined }
  | { kind: 'attributes'; attributes: Attributes | undefined }
  | { kind: 'page'; items: Attributes[]; scanned: number; lastKey: Attributes | undefined }
  | { kind: 'batch'; found: Record<string, Attributes[]> };

const maxBatchKeys = 100;

/** DynamoDB as far as this system uses it. Every table that is named exists. */
export class MemoryServer {
  readonly #tables = new Map<string, MemoryTable>();

  table(name: string): MemoryTable {
    const table = this.#tables.get(name) ?? new MemoryTable();
    this.#tables.set(name, table);
    return table;
  }

  clear(): void {
    this.#tables.clear();
  }

  /** Keeps what all tables hold, and returns what brings it back. */
  snapshot(): () => void {
    const kept = [...this.#tables].map(([name, table]) => [name, table.copy()] as const);
    return () => {
      this.#tables.clear();
      for (const [name, table] of kept) this.#tables.set(name, table.copy());
    };
  }

  /** Handles a command by its name in the SDK. @throws what DynamoDB answers, as the SDK's own exceptions */
  handle(command: string, input: unknown): Reply {
    const tableOf = (name: string) => this.table(name);
    switch (command) {
      case 'GetCommand':
        return this.#get(input);
      case 'BatchGetCommand':
        return this.#batchGet(input);
      case 'QueryCommand':
        return { kind: 'page', ...query(input, tableOf) };
      case 'PutCommand':
        return single(planWrite('Put', input, tableOf));
      case 'UpdateCommand':
        return single(planWrite('Update', input, tableOf));
      case 'DeleteCommand':
        return single(planWrite('Delete', input, tableOf));
      case 'TransactWriteCommand':
        applyTransaction(planTransaction(input, tableOf));
        return { kind: 'nothing' };
      default:
        throw new TypeError(`tables in memory do not know ${command}`);
    }
  }

  #get(input: unknown): Reply {
    const request = new Request(input, ['TableName', 'Key', 'ConsistentRead']);
    const key = exactKeyOf(request.attributes('Key'));
    return { kind: 'item', item: this.table(request.requiredText('TableName')).get(key) };
  }

  #batchGet(input: unknown): Reply {
    const tables = new Request(input, ['RequestItems']).map('RequestItems');
    const asked = Object.entries(tables).map(([name, part]) => ({ name, keys: keysOf(part) }));
    const count = asked.reduce((sum, { keys }) => sum + keys.length, 0);
    if (count === 0 || count > maxBatchKeys) {
      throw invalid(`Too many items requested for the BatchGetItem call, or none: ${count}`);
    }
    const found = asked.map(({ name, keys }) => {
      if (new Set(keys.map(({ pk, sk }) => JSON.stringify([pk, sk]))).size < keys.length) {
        throw invalid('Provided list of item keys contains duplicates');
      }
      const items = keys.map((key) => this.table(name).get(key)).filter((item) => item !== undefined);
      return [name, items] as const;
    });
    return { kind: 'batch', found: Object.fromEntries(found) };
  }
}

const keysOf = (part: unknown) =>
  new Request(part, ['Keys', 'ConsistentRead'])
    .list('Keys')
    .map((key) => exactKeyOf(new Request({ key }, ['key']).attributes('key')));

function single(write: PlannedWrite): Reply {
  const before = write.table.get(write.key);
  if (!write.holds(before)) throw conditionFailed(write.showsStored ? before : undefined);
  const after = write.after(before);
  applyWrite(write, after);
  return { kind: 'attributes', attributes: returnedBy(write, before, after) };
}

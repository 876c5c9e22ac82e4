import { randomUUID } from 'node:crypto';
import type { Caller } from '../../functions/shared/caller.ts';
import { fieldsOf } from '../kit/fields.ts';
import { newCaller, type Received, type Sent } from '../kit/rest-request.ts';
import { type ContractOperation, sampleRequest } from '../kit/sample-requests.ts';
import { fullBodies, type IdOf, MissingIdError } from './full-body.ts';
import type { MemoryApi } from './memory-api.ts';

/** A request that the system took: what was sent and received, and what brings back the moment before. */
export type Recorded = { operation: ContractOperation; sent: Sent; received: Received; goBack: () => void };

/** What exists by now, learned from answers: ids by their names, the newest first. */
export class KnownIds {
  readonly #ids = new Map<string, string[]>();

  newest: IdOf = (name) => {
    if (name === 'fresh') return randomUUID();
    // Who orders for themselves is their own customer.
    return this.#ids.get(name)?.[0] ?? (name === 'customerId' ? this.#ids.get('userId')?.at(-1) : undefined);
  };

  /** The founder of the market, who may do anything and works for every shop. */
  caller(): Caller | undefined {
    const [organizationId, userId] = [this.#ids.get('organizationId')?.at(-1), this.#ids.get('userId')?.at(-1)];
    if (organizationId === undefined || userId === undefined) return undefined;
    return newCaller({ organizationId, userId, localIds: this.#ids.get('localId') ?? [] });
  }

  learn(body: unknown): void {
    for (const [name, value] of Object.entries(fieldsOf(body))) {
      const known = this.#ids.get(name) ?? [];
      if (name.endsWith('Id') && typeof value === 'string' && !known.includes(value)) this.#ids.set(name, [value, ...known]);
    }
  }
}

/**
 * Sends a request with a full body for each of these operations, as soon as everything that it names exists: what one answer names
 * is there for the next. @throws when an operation can never be sent, or is refused
 */
export async function recordAll(api: MemoryApi, operations: readonly ContractOperation[]): Promise<Recorded[]> {
  const ids = new KnownIds();
  const recorded: Recorded[] = [];
  let waiting = operations;
  while (waiting.length > 0) {
    const later: ContractOperation[] = [];
    for (const operation of waiting) {
      const done = await recordOne(api, operation, ids);
      if (done === undefined) later.push(operation);
      else recorded.push(...done);
    }
    if (later.length === waiting.length) {
      throw new Error(`nothing makes what these need: ${later.map(({ key }) => key).join(', ')}`);
    }
    waiting = later;
  }
  return recorded;
}

async function recordOne(api: MemoryApi, operation: ContractOperation, ids: KnownIds): Promise<Recorded[] | undefined> {
  const recorded: Recorded[] = [];
  // An alternative may need what another one makes, such as the organization that a user joins.
  const alternatives = bodyCount(operation);
  for (let n = 0; n < alternatives; n++) {
    const sent = requestOf(operation, ids, n);
    if (sent === undefined) return recorded.length > 0 ? recorded : undefined;
    const goBack = api.tables.snapshot();
    const received = await api.send(operation, sent);
    if (received.status >= 400) throw new Error(`${operation.key} was refused: ${received.status} ${received.rawBody}`);
    ids.learn(received.body);
    recorded.push({ operation, sent, received, goBack });
  }
  return recorded;
}

const bodyCount = ({ body }: ContractOperation) => (body === undefined ? 1 : fullBodies(body, () => randomUUID()).length);

/** The request with the n-th of its full bodies; undefined while something that it names is missing. */
function requestOf(operation: ContractOperation, ids: KnownIds, n: number): Sent | undefined {
  const caller = ids.caller();
  if (operation.secured && caller === undefined) return undefined;
  const names = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const params = names.map((name) => [name, ids.newest(name)] as const);
  if (params.some(([, id]) => id === undefined)) return undefined;
  const body = bodyOf(operation, ids, n);
  if (body === undefined && operation.body !== undefined) return undefined;
  return {
    params: Object.fromEntries(params.map(([name, id]) => [name, String(id)])),
    query: sampleRequest(operation).query,
    headers: { 'Idempotency-Key': randomUUID(), ...(needsIfMatch(operation) && { 'If-Match': '*' }) },
    ...(caller && { caller }),
    ...(body !== undefined && { body }),
  };
}

const needsIfMatch = ({ parameters }: ContractOperation) =>
  parameters.some(({ name, required }) => name === 'If-Match' && required === true);

function bodyOf({ body }: ContractOperation, ids: KnownIds, n: number): unknown {
  if (body === undefined) return undefined;
  try {
    return fullBodies(body, ids.newest)[n]?.();
  } catch (thrown) {
    if (thrown instanceof MissingIdError) return undefined;
    throw thrown;
  }
}

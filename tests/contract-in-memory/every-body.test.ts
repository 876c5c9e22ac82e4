import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { fieldsOf, recordsOf } from '../kit/fields.ts';
import { contractMarket, operationsInMemory, writingOperations } from './contract-market.ts';
import { whyNotInMemory } from './memory-api.ts';
import { readBacks, readers } from './read-back.ts';
import type { Recorded } from './recorded-requests.ts';
import { lostFields, type SharedField, sharedFields } from './shared-fields.ts';

const { api, recordedOf } = contractMarket();
afterEach(() => {
  api.around = (_, __, perform) => perform();
});

/** Sends a request again as a new one; returns what of its body differs in any place where it can be read. */
async function lostAfter({ operation, sent, ...one }: Recorded): Promise<string[]> {
  const made = await api.send(operation, { ...sent, headers: { ...sent.headers, 'Idempotency-Key': randomUUID() } });
  if (made.status >= 400) return [`${operation.key} answers ${made.status}`];
  const lost: string[] = [];
  for (const { key, schema, read } of readBacks({ operation, sent, ...one })) {
    const { status, body } = await read(api, made);
    if (status >= 400) lost.push(`${key} answers ${status}`);
    const fields = sharedFields(operation.body ?? {}, schema);
    lost.push(...lostFields(fields, sent.body, body).map((loss) => `${key} ${loss}`));
  }
  return lost;
}

describe('every field of a body that an answer declares as well', () => {
  it.each(operationsInMemory)('comes back as it was sent: $key', async (operation) => {
    const all = recordedOf(operation);
    expect(all).not.toEqual([]);
    for (const one of all) {
      one.goBack();
      expect(await lostAfter(one)).toEqual([]);
    }
  });

  it('is checked for every operation but those that need what is not in memory', () => {
    const left = writingOperations.filter((operation) => !operationsInMemory.includes(operation));
    const reasons = left.map((operation) => whyNotInMemory(operation));
    expect(reasons.every((reason) => typeof reason === 'string')).toBe(true);
    expect(operationsInMemory.length).toBeGreaterThan(left.length);
  });
});

/** The shared fields that are read from somewhere else than the response itself: a table has kept them. */
const keptFields = operationsInMemory.flatMap((operation) => {
  const fields = readers(operation).flatMap(({ schema }) => sharedFields(operation.body ?? {}, schema));
  return [...new Map(fields.map((path) => [path.join('/'), path])).values()].map((path) => ({
    operation,
    path,
    name: `${operation.key} /${path.join('/')}`,
  }));
});

describe('a field that a table forgets', () => {
  it('is found from the contract', () => {
    expect(keptFields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['POST /products /category', 'POST /orders /lines/*/quantity', 'POST /locals /name']),
    );
  });

  it.each(keptFields)('is noticed: $name', async ({ operation, path }) => {
    const [one] = recordedOf(operation);
    if (one === undefined) throw new Error(`${operation.key} was not recorded`);
    one.goBack();
    api.around = async (command, input, perform) => {
      if (command === 'TransactWriteCommand')
        for (const { Put } of recordsOf(fieldsOf(input).TransactItems)) forget(fieldsOf(Put).Item, path);
      return perform();
    };
    expect(await lostAfter(one)).not.toEqual([]);
  });
});

/** Takes a field out of an item before it is stored. */
function forget(item: unknown, [name, ...rest]: SharedField): void {
  if (typeof item !== 'object' || item === null || name === undefined) return;
  if (name === '*') for (const element of Object.values(item)) forget(element, rest);
  // A list of texts or numbers is forgotten as a whole.
  else if (rest.length > 0 && rest.join() !== '*') forget(Object.entries(item).find(([key]) => key === name)?.[1], rest);
  else Reflect.deleteProperty(item, name);
}

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signingKms } from '../../tests/kit/auth-sign-in.ts';
import { at } from '../../tests/kit/auth-users.ts';
import { emptyTable } from '../../tests/kit/empty-table.ts';
import { type RestLambda, send } from '../../tests/kit/rest-request.ts';
import { bodyTexts, contractOperations, sampleRequest, withText } from '../../tests/kit/sample-requests.ts';
import type { Item } from '../shared/store/dynamo.ts';

const table = emptyTable('auth', signingKms().settings);

/** The operations of the contract that take a password, and where. */
const taking = contractOperations.flatMap((operation) =>
  bodyTexts(operation)
    .filter(({ schema }) => schema.format === 'password')
    .map((place) => ({ key: operation.key, operation, place })),
);

describe.each(taking)('$key', ({ operation, place }) => {
  async function ask(password = 'four words are enough') {
    const { handler }: { handler: RestLambda } = await import(join(import.meta.dirname, `${operation.entry}.ts`));
    const { body } = sampleRequest(operation);
    return send(handler, operation.key, { body: withText(body, place, password), receivedAt: at });
  }
  const windows = () => table.items().filter(({ pk }) => String(pk).startsWith('ATTEMPTS#'));
  const store = (items: readonly Item[]) => table.put(...items.map((Item) => ({ Put: { Item } })));

  it('measures the password in composed form', async () => {
    expect((await ask('n\u0303'.repeat(70))).status).not.toBe(422);
    expect(await ask('n\u0303'.repeat(129))).toMatchObject({
      status: 422,
      body: { errors: [{ path: `/${place.path.join('/')}` }] },
    });
  });

  it('is 429 until the window ends when too many attempts came from this address', async () => {
    await ask();
    expect(windows()).not.toEqual([]);
    store(windows().map((window) => ({ ...window, counted: 1000 })));
    expect(await ask()).toMatchObject({ status: 429, headers: { 'Retry-After': '900' } });
  });

  it('is 429 for a second when too many attempts are being checked', async () => {
    await ask();
    store(windows().map((window) => ({ ...window, checking: 1000 })));
    expect(await ask()).toMatchObject({ status: 429, headers: { 'Retry-After': '1' } });
    expect(windows().every(({ checking }) => checking === 1000)).toBe(true);
  });
});

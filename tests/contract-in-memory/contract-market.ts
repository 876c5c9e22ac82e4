import { afterAll, beforeAll } from 'vitest';
import { authClient } from '../../functions/shared/auth/auth-client.ts';
import { type ContractOperation, contractOperations } from '../kit/sample-requests.ts';
import { type StubAuth, startStubAuth } from '../kit/stub-auth.ts';
import { MemoryApi, whyNotInMemory } from './memory-api.ts';
import { type Recorded, recordAll } from './recorded-requests.ts';

/** Every operation that takes a body, found from the contract. */
export const writingOperations = contractOperations.filter(({ method, body }) => method !== 'GET' && body !== undefined);
/** Those that run in memory, by the registrations of the domains. */
export const operationsInMemory = writingOperations.filter((operation) => whyNotInMemory(operation) === undefined);

/** For a file of tests: the API in memory, after a request with a full body for every operation that takes one. */
export function contractMarket(): { api: MemoryApi; recordedOf: (operation: ContractOperation) => Recorded[] } {
  const api = new MemoryApi();
  let auth: StubAuth | undefined;
  let recorded: Recorded[] = [];
  beforeAll(async () => {
    auth = await startStubAuth({
      // The caller works for every shop that there is.
      validateLocal({ request }, answer) {
        const isValid = api.tables.items('auth').some(({ localId }) => localId === request.localId);
        answer(null, { isValid, localName: isValid ? 'The Mill' : '', errorMessage: isValid ? '' : 'unknown-local' });
      },
    });
    Object.assign(process.env, {
      AUTH_GRPC_TARGET: `127.0.0.1:${auth.port}`,
      AUTH_TWIN_URL: 'http://127.0.0.1:9/api/v1',
      AUTH_TLS: 'off',
      ORDER_DEADLINE_MINUTES: '60',
    });
    await api.start();
    recorded = await recordAll(api, operationsInMemory);
  });
  afterAll(() => {
    authClient().close();
    api.tables.uninstall();
    auth?.stop();
  });
  return { api, recordedOf: ({ key }) => recorded.filter(({ operation }) => operation.key === key) };
}

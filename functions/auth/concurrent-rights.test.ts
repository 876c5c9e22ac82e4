import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { signingKms } from '../../tests/kit/auth-sign-in.ts';
import { admin, cheapHash, mill, organizationId, storedAdmin, storedUser } from '../../tests/kit/auth-users.ts';
import { emptyTable } from '../../tests/kit/empty-table.ts';
import { type RestLambda, send } from '../../tests/kit/rest-request.ts';
import { type ContractOperation, contractOperations, sampleRequest } from '../../tests/kit/sample-requests.ts';
import type { Item } from '../shared/store/dynamo.ts';
import { newLink } from './model/links/link.ts';
import type { PartnerKey } from './model/plans/partner-key.ts';
import { newSecret, openSession, refreshTokenText } from './model/sign-in/session.ts';
import { putLink } from './store/link-table.ts';
import { putNewLocal } from './store/local-table.ts';
import { findAdministration, putAdministration, putNewOrganization } from './store/organization-table.ts';
import { putNewPartnerMeter } from './store/plans/meter-table.ts';
import { putNewPartnerKey } from './store/plans/partner-key-table.ts';
import { sessions } from './store/session-table.ts';
import { newUserWrites, type StoredUser, users } from './store/user-table.ts';

const signing = signingKms();
const table = emptyTable('auth', signing.settings);
const password = 'four words are enough';
const user = storedUser({ passwordHash: cheapHash(password) });
const anotherAdmin = storedUser({
  userId: '0197a000-0000-7000-8000-0000000000ae',
  email: 'pep@olivar.example',
  roles: ['admin'],
});
const secrets = { verification: newSecret(), password: newSecret() };
const partnerKey: PartnerKey = {
  keyId: '0193a000-0000-7000-8000-0000000000a1',
  organizationId,
  name: 'Recetas del Norte',
  issuedAt: storedAdmin.registeredAt,
  issuedBy: admin.userId,
  secretHash: 'hash',
};
const token = { organizationId, familyId: '0197a000-0000-7000-8000-0000000000bb', secret: newSecret() };

beforeEach(() => {
  table.put(
    putNewOrganization({ organizationId, name: 'Olivar', foundedAt: storedAdmin.registeredAt }),
    putAdministration({ organizationId, adminIds: [admin.userId, anotherAdmin.userId], version: 1 }),
    ...[user, storedAdmin, anotherAdmin].flatMap(newUserWrites),
    putNewLocal(mill),
    putNewPartnerKey(partnerKey),
    putNewPartnerMeter(partnerKey),
    ...(['verification', 'password'] as const).map((purpose) => {
      const secret = secrets[purpose];
      return putLink(secret, newLink(user, { purpose, secret, email: user.email, at: new Date().toISOString() }));
    }),
    sessions.put(organizationId, openSession(token, user, new Date().toISOString())),
  );
});

/** The operations of the contract that change something in this domain. */
const changing = contractOperations.filter(({ domain, method }) => domain === 'auth' && method !== 'GET');

/** The samples of the contract with ids and credentials that are stored here. */
const bodies: Partial<Record<ContractOperation['key'], object>> = {
  'POST /auth/register': { email: 'new@olivar.example', name: 'Leo', password, organizationId },
  'POST /auth/login': { organizationId, email: user.email, password },
  'POST /auth/refresh': { refreshToken: refreshTokenText(token) },
  'POST /auth/logout': { refreshToken: refreshTokenText(token) },
  'POST /auth/verify-email': { secret: secrets.verification },
  'POST /auth/password/reset': { secret: secrets.password, password },
  'PUT /auth/users/{userId}/roles': { roles: ['producer'], localIds: [mill.localId] },
};

async function ask(operation: ContractOperation, { caller = admin, userId = user.userId } = {}) {
  const { handler }: { handler: RestLambda } = await import(join(import.meta.dirname, `${operation.entry}.ts`));
  const body = bodies[operation.key] ?? sampleRequest(operation).body;
  return send(handler, operation.key, { params: { userId, localId: mill.localId, keyId: partnerKey.keyId }, body, caller });
}

const change = (changed: StoredUser) => table.put(users.put(organizationId, changed));
const demoted: StoredUser = { ...storedAdmin, roles: ['buyer'], version: 2 };
const deactivated: StoredUser = { ...storedAdmin, active: false, version: 2 };

describe.each(changing.filter(({ permission }) => permission === 'auth:manage'))('$key', (operation) => {
  it.each([
    ['demoted', demoted],
    ['deactivated', deactivated],
  ])('is 403 for an admin who is %s while it is decided, and changes nothing', async (_, changed) => {
    table.beforeNextTransaction(() => change(changed));
    expect(await ask(operation)).toMatchObject({ status: 403, body: { detail: expect.stringContaining('auth:manage') } });
    expect(await users.find(organizationId, user.userId)).toEqual(user);
    expect(table.published()).toEqual([]);
  });

  it('is 403 for an admin whose right was taken away after the request was authorized', async () => {
    change(demoted);
    expect(await ask(operation)).toMatchObject({ status: 403 });
    expect(table.published()).toEqual([]);
  });

  it('is allowed when the admin was changed without losing the right', async () => {
    table.beforeNextTransaction(() => change({ ...storedAdmin, name: 'Eva María', version: 2 }));
    expect((await ask(operation)).status).toBeLessThan(300);
  });
});

describe.each(changing.filter(({ entry }) => entry === 'sign-in'))('$key', (operation) => {
  it('is 401 for a user who is deactivated while the tokens are made, and opens no session', async () => {
    table.beforeNextTransaction(() => change({ ...user, active: false, version: 2 }));
    const before = sessionsIn(table.items());
    expect(await ask(operation)).toMatchObject({ status: 401 });
    expect(sessionsIn(table.items())).toEqual(before);
  });
});

const sessionsIn = (items: readonly Item[]) => items.filter(({ sk }) => sk === 'SESSION');

/** Items on which a decision may rest without a condition, by the beginning of their sort key. */
const settled: Record<string, string> = {
  ORGANIZATION: 'organizations are never removed',
  'LOCAL#': 'shops are never removed',
  MAILBOX: 'a claim only leads to a user, whom the transaction checks; a new claim has a condition of its own',
  KEY: 'the key of a person is made once, and a tombstone is never removed',
  IDEMPOTENCY: 'the record is written with a condition of its own',
};

describe.each(changing)('$key', (operation) => {
  it('stores nothing that rests on an item which may change and is no part of the transaction', async () => {
    expect((await ask(operation)).status).toBeLessThan(300);
    const requests = table.requests();
    const read = requests.flatMap(({ command, input }) => (command === 'GetCommand' ? [Object(input).Key] : []));
    const committed = requests.flatMap(({ command, input }) =>
      command === 'TransactWriteCommand' ? Object(input).TransactItems.map(keyOf) : [],
    );
    expect(committed).not.toEqual([]);
    const unconditioned = read
      .filter(({ pk, sk }) => !committed.includes(`${pk} ${sk}`))
      .filter(({ sk }) => !Object.keys(settled).some((begin) => String(sk).startsWith(begin)));
    expect(unconditioned).toEqual([]);
  });
});

/** Every action names the item: as a whole, or by its key. */
function keyOf(action: object): string {
  const [part] = Object.values(action);
  const { pk, sk } = part.Item ?? part.Key;
  return `${pk} ${sk}`;
}

const roles = operationOf('PUT /auth/users/{userId}/roles');
const deactivate = operationOf('POST /auth/users/{userId}/deactivate');
function operationOf(key: ContractOperation['key']): ContractOperation {
  const found = changing.find((operation) => operation.key === key);
  if (found === undefined) throw new Error(`${key} is not in the contract`);
  return found;
}

describe('two admins who remove each other at once', () => {
  const removals = [roles, deactivate];
  const pairs = removals.flatMap((one) => removals.map((other) => ({ one, other })));

  it.each(pairs)('leave one of them: $one.id against $other.id', async ({ one, other }) => {
    const second = { ...admin, userId: anotherAdmin.userId };
    const answers = [];
    table.beforeNextTransaction(async () => {
      answers.push(await ask(other, { caller: second, userId: admin.userId }));
    });
    answers.push(await ask(one, { userId: anotherAdmin.userId }));
    expect(answers.map(({ status }) => status)).toEqual([200, 403]);
    const { adminIds } = await findAdministration(organizationId, admin.userId);
    expect(adminIds).toEqual([anotherAdmin.userId]);
    expect(await users.find(organizationId, anotherAdmin.userId)).toEqual(anotherAdmin);
  });
});

describe('the list of active admins', () => {
  it('follows promotions, demotions and deactivations', async () => {
    const listed = async () => (await findAdministration(organizationId, admin.userId)).adminIds;
    expect((await ask(roles, { userId: anotherAdmin.userId })).status).toBe(200);
    expect(await listed()).toEqual([admin.userId]);
    bodies[roles.key] = { roles: ['admin'], localIds: [] };
    expect((await ask(roles)).status).toBe(200);
    expect(await listed()).toEqual([user.userId, admin.userId].sort());
    expect((await ask(deactivate)).status).toBe(200);
    expect(await listed()).toEqual([admin.userId]);
  });

  it('keeps the last one, whoever asks', async () => {
    table.put(putAdministration({ organizationId, adminIds: [anotherAdmin.userId], version: 2 }));
    expect(await ask(deactivate, { userId: anotherAdmin.userId })).toMatchObject({ status: 409, body: { title: 'Last admin' } });
  });
});

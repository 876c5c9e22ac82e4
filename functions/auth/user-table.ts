import type { Write } from '../shared/commit.ts';
import { type Item, readItem } from '../shared/dynamo.ts';
import { listOf } from '../shared/stored-item.ts';
import { isRole } from './permissions.ts';
import { normalizedEmail, type User } from './user.ts';

const userKey = (organizationId: string, userId: string) => ({ pk: `ORG#${organizationId}#USER#${userId}`, sk: 'USER' });
const emailKey = (organizationId: string, email: string) => ({
  pk: `ORG#${organizationId}#EMAIL#${normalizedEmail(email)}`,
  sk: 'EMAIL',
});

/** Strongly consistent: a right taken away is gone with the next call. */
export async function findUser(organizationId: string, userId: string): Promise<User | undefined> {
  const item = await readItem(userKey(organizationId, userId));
  return item && userOf(item);
}

/** The user with this e-mail address and the password's hash; one read follows the other whether or not there is one. */
export async function findCredentials(
  organizationId: string,
  email: string,
): Promise<{ user: User; passwordHash: string } | undefined> {
  const claim = await readItem(emailKey(organizationId, email));
  const item = await readItem(userKey(organizationId, claim === undefined ? 'nobody' : String(claim.userId)));
  return item && { user: userOf(item), passwordHash: String(item.passwordHash) };
}

/** The user and the claim on the e-mail address; the claim is the second write and fails when the address is taken. */
export function newUserWrites(user: User, passwordHash: string): [Write, Write] {
  const { userId, organizationId, email } = user;
  const ConditionExpression = 'attribute_not_exists(pk)';
  return [
    { Put: { Item: { ...userKey(organizationId, userId), ...user, passwordHash }, ConditionExpression } },
    { Put: { Item: { ...emailKey(organizationId, email), userId }, ConditionExpression } },
  ];
}

/** What `assignRoles` decided, if nobody changed the user since it was read. */
export function assignmentWrite({ organizationId, userId, roles, localIds, version }: User): Write {
  return {
    Update: {
      Key: userKey(organizationId, userId),
      UpdateExpression: 'SET #roles = :roles, localIds = :localIds, version = :version',
      ConditionExpression: 'version = :before',
      ExpressionAttributeNames: { '#roles': 'roles' },
      ExpressionAttributeValues: { ':roles': roles, ':localIds': localIds, ':version': version, ':before': version - 1 },
    },
  };
}

const userOf = (item: Item): User => ({
  userId: String(item.userId),
  organizationId: String(item.organizationId),
  email: String(item.email),
  name: String(item.name),
  roles: listOf(item.roles).filter(isRole),
  localIds: listOf(item.localIds).map(String),
  active: item.active === true,
  registeredAt: String(item.registeredAt),
  version: Number(item.version),
});

import type { Write } from '../../shared/store/commit.ts';
import { type Item, readItem } from '../../shared/store/dynamo.ts';
import { rightsOf } from '../model/rights-feed.ts';
import { normalizedEmail, type User } from '../model/user.ts';
import { rightsChangeWrite } from './rights-feed-table.ts';
import { rightsFrom } from './rights-item.ts';

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

/** What `assignRoles` or `deactivate` decided, if nobody changed the user since it was read; and the word of it to every replica. */
export function changedUserWrites(user: User): [Write, Write] {
  const { organizationId, userId, roles, localIds, active, version } = user;
  const change: Write = {
    Update: {
      Key: userKey(organizationId, userId),
      UpdateExpression: 'SET #roles = :roles, localIds = :localIds, active = :active, version = :version',
      ConditionExpression: 'version = :before',
      ExpressionAttributeNames: { '#roles': 'roles' },
      ExpressionAttributeValues: {
        ':roles': roles,
        ':localIds': localIds,
        ':active': active,
        ':version': version,
        ':before': version - 1,
      },
    },
  };
  return [change, rightsChangeWrite({ kind: 'user', rights: rightsOf(user) })];
}

const userOf = (item: Item): User => ({
  ...rightsFrom(item),
  email: String(item.email),
  name: String(item.name),
  registeredAt: String(item.registeredAt),
});

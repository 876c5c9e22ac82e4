import { type Codec, record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import { putNew, type Write } from '../../shared/store/write.ts';
import { rightsOf, type UserRights } from '../model/rights-feed.ts';
import { normalizedEmail, type User } from '../model/user.ts';
import { rightsCodec, rightsFields } from './rights-codec.ts';
import { rightsChangeWrite } from './rights-feed-table.ts';

export type StoredUser = User & { passwordHash: string };

const userKey = (organizationId: string, userId: string): Key => ({ pk: `ORG#${organizationId}#USER#${userId}`, sk: 'USER' });
const emailKey = (organizationId: string, email: string): Key => ({
  pk: `ORG#${organizationId}#EMAIL#${normalizedEmail(email)}`,
  sk: 'EMAIL',
});

const userCodec: Codec<StoredUser> = record<StoredUser>({
  ...rightsFields,
  email: text,
  name: text,
  registeredAt: text,
  passwordHash: text,
});

export const users = versionedItems<StoredUser>({ key: userKey, idOf: ({ userId }) => userId, codec: userCodec });

/** A user's rights and nothing else about them. Strongly consistent: a right that was removed is gone with the next call. */
export async function findRights(organizationId: string, userId: string): Promise<UserRights | undefined> {
  const key = userKey(organizationId, userId);
  const item = await readItem(key);
  return item && rightsCodec(item, key.pk);
}

/** The user with this e-mail address. It takes two reads whether or not there is one, so that the time does not reveal it. */
export async function findUserByEmail(organizationId: string, email: string): Promise<StoredUser | undefined> {
  const claim = await readItem(emailKey(organizationId, email));
  return users.find(organizationId, claim === undefined ? 'none' : text(claim.userId, 'userId'));
}

export async function isEmailTaken(organizationId: string, email: string): Promise<boolean> {
  return (await readItem(emailKey(organizationId, email))) !== undefined;
}

/** Stores a new user and their claim on the e-mail address, which fails when another user has claimed it. */
export const newUserWrites = (user: StoredUser): Write[] => [
  users.put(user.organizationId, user),
  putNew({ ...emailKey(user.organizationId, user.email), userId: user.userId }),
];

/** Stores what was decided about a user, and informs every replica. */
export const changedUserWrites = (user: StoredUser): Write[] => [
  users.put(user.organizationId, user),
  rightsChangeWrite({ kind: 'user', rights: rightsOf(user) }),
];

import type { Caller } from '../../shared/caller.ts';
import { type Codec, record, text } from '../../shared/store/codec.ts';
import { type Key, readItem } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import { putNew, unchanged, type Write } from '../../shared/store/write.ts';
import type { UserRights } from '../model/rights-feed.ts';
import { isActiveAdmin, normalizedEmail, type User } from '../model/user.ts';
import { rightsCodec, rightsFields } from './rights-codec.ts';

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

/** The rights of a caller who manages users and shops; undefined when they were taken away after the request was authorized. */
export async function findManager({ organizationId, userId }: Caller): Promise<UserRights | undefined> {
  const rights = await findRights(organizationId, userId);
  return rights !== undefined && isActiveAdmin(rights) ? rights : undefined;
}

/** Fails if the user was changed since these rights were read: what is decided by somebody's rights is stored together with it. */
export const unchangedRights = ({ organizationId, userId, version }: UserRights): Write =>
  unchanged(userKey(organizationId, userId), version);

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

import type { Caller } from '../../shared/caller.ts';
import { type Codec, flag, oneOf, optional, record, text, withDefault } from '../../shared/store/codec.ts';
import { type Item, type Key, queryItems, readItem } from '../../shared/store/dynamo.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import { putNew, putVersioned, unchanged, type Write } from '../../shared/store/write.ts';
import { mailboxOf } from '../model/profile/mailbox.ts';
import type { UserRights } from '../model/rights-feed.ts';
import { isActiveAdmin, type User } from '../model/user.ts';
import { rightsCodec, rightsFields } from './rights-codec.ts';

export type StoredUser = User & { passwordHash: string };

const userKey = (organizationId: string, userId: string): Key => ({ pk: `ORG#${organizationId}#USER#${userId}`, sk: 'USER' });
const claimKey = (organizationId: string, mailbox: string): Key => ({
  pk: `ORG#${organizationId}#MAILBOX#${mailbox}`,
  sk: 'MAILBOX',
});
const listPartition = (organizationId: string) => `ORG#${organizationId}#USERS`;

const userCodec: Codec<StoredUser> = record<StoredUser>({
  ...rightsFields,
  email: text,
  verified: withDefault(flag, false),
  newEmail: optional(text),
  name: text,
  language: optional(oneOf('es', 'en')),
  registeredAt: text,
  passwordHash: text,
});

const items = versionedItems<StoredUser>({
  key: userKey,
  idOf: ({ userId }) => userId,
  codec: userCodec,
  attributes: (organizationId, { registeredAt, userId }) => ({
    gsi1pk: listPartition(organizationId),
    gsi1sk: `${registeredAt}#${userId}`,
  }),
});

/** Users under their organization. One who was erased is not found. */
export const users = {
  put: items.put,
  async find(organizationId: string, userId: string): Promise<StoredUser | undefined> {
    const item = await readItem(userKey(organizationId, userId));
    return item === undefined || isErased(item) ? undefined : items.read(item);
  },
};

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

/** One page of an organization's users, the oldest first. Read from an index, so one of a moment ago may be missing. */
export async function listUsers(
  organizationId: string,
  page: { cursor?: string; limit: number },
): Promise<{ users: StoredUser[]; nextCursor?: string }> {
  const { items: found, ...next } = await queryItems({ pk: listPartition(organizationId), index: 'byOrganization', ...page });
  return { users: found.map(items.read), ...next };
}

/** The user with this e-mail address. It takes two reads whether or not there is one, so that the time does not reveal it. */
export const findUserByEmail = (organizationId: string, email: string): Promise<StoredUser | undefined> =>
  findUserByMailbox(organizationId, mailboxOf(organizationId, email));

export async function findUserByMailbox(organizationId: string, mailbox: string): Promise<StoredUser | undefined> {
  const claim = await readItem(claimKey(organizationId, mailbox));
  return users.find(organizationId, claim === undefined ? 'none' : text(claim.userId, 'userId'));
}

export async function isEmailTaken(organizationId: string, email: string): Promise<boolean> {
  return (await readItem(claimKey(organizationId, mailboxOf(organizationId, email)))) !== undefined;
}

/** Stores a new user and their claim on the e-mail address, which fails when another user has claimed it. */
export const newUserWrites = (user: StoredUser): Write[] => [users.put(user.organizationId, user), claim(user)];

/** Stores a user who moved to another address, and moves the claim; fails when another user has claimed it. */
export const movedUserWrites = (user: StoredUser, oldEmail: string): Write[] => [
  users.put(user.organizationId, user),
  claim(user),
  released(user.organizationId, oldEmail),
];

/**
 * Replaces a user by what must remain: their rights, which are none, so that their tokens are refused. The address can be registered
 * again.
 */
export const erasedUserWrites = (rights: UserRights, { email, erasedAt }: { email: string; erasedAt: string }): Write[] => [
  putVersioned({ ...userKey(rights.organizationId, rights.userId), ...rights, erasedAt }),
  released(rights.organizationId, email),
];

const claim = ({ organizationId, userId, email }: StoredUser): Write =>
  putNew({ ...claimKey(organizationId, mailboxOf(organizationId, email)), userId });

const released = (organizationId: string, email: string): Write => ({
  Delete: { Key: claimKey(organizationId, mailboxOf(organizationId, email)) },
});

const isErased = ({ erasedAt }: Item): boolean => erasedAt !== undefined;

import type { Key } from '../../shared/store/dynamo.ts';

/** Everything about one person, so that it can be deleted together. */
export const recipientPartition = (organizationId: string, userId: string) => `ORG#${organizationId}#RECIPIENT#${userId}`;

/** What is needed to write to somebody begins so, and is read at once. */
export const contactPrefix = 'CONTACT#';

export const contactKey = (organizationId: string, userId: string, name: string): Key => ({
  pk: recipientPartition(organizationId, userId),
  sk: `${contactPrefix}${name}`,
});

import type { Write } from '../shared/commit.ts';
import { type Item, readItem } from '../shared/dynamo.ts';
import type { Session } from './session.ts';

const sessionKey = ({ organizationId, familyId }: Pick<Session, 'organizationId' | 'familyId'>) => ({
  pk: `ORG#${organizationId}#SESSION#${familyId}`,
  sk: 'SESSION',
});

export async function findSession(family: Pick<Session, 'organizationId' | 'familyId'>): Promise<Session | undefined> {
  const item = await readItem(sessionKey(family));
  return item && sessionOf(item);
}

export const newSessionWrite = (session: Session): Write => ({
  Put: { Item: itemOf(session), ConditionExpression: 'attribute_not_exists(pk)' },
});

/** The session as `rotate` left it, if no other request rotated or revoked it since it was read. */
export const changedSessionWrite = (session: Session, before: Session): Write => ({
  Put: {
    Item: itemOf(session),
    ConditionExpression: 'generation = :generation AND revoked = :open',
    ExpressionAttributeValues: { ':generation': before.generation, ':open': false },
  },
});

const itemOf = (session: Session): Item => ({
  ...sessionKey(session),
  ...session,
  expiresAt: Math.ceil(Date.parse(session.validUntil) / 1000),
});

const sessionOf = (item: Item): Session => ({
  familyId: String(item.familyId),
  organizationId: String(item.organizationId),
  userId: String(item.userId),
  tokenHash: String(item.tokenHash),
  generation: Number(item.generation),
  validUntil: String(item.validUntil),
  revoked: item.revoked !== false,
});

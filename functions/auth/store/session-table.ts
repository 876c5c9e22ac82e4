import type { Write } from '../../shared/store/commit.ts';
import { type Item, readItem } from '../../shared/store/dynamo.ts';
import type { Session } from '../model/session.ts';
import { rightsChangeWrite } from './rights-feed-table.ts';

/** Its last access token outlives a session by 15 minutes. */
const keptForSeconds = 3600;

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

/** Whether the session was ended before its time; also when there is none, since a token is given with its session. */
export async function isSessionOver(organizationId: string, sessionId: string): Promise<boolean> {
  const session = await findSession({ organizationId, familyId: sessionId });
  return session === undefined || session.revoked;
}

/** A session that ends, unless somebody rotated or revoked it since it was read; and the word of it to every replica. */
export const endedSessionWrites = (session: Session, before: Session): Write[] => [
  changedSessionWrite(session, before),
  rightsChangeWrite({ kind: 'session', sessionId: session.familyId }),
];

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
  expiresAt: Math.ceil(Date.parse(session.validUntil) / 1000) + keptForSeconds,
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

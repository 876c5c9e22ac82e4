import { type Codec, flag, number, record, text, withDefault } from '../../shared/store/codec.ts';
import { versionedItems } from '../../shared/store/versioned-items.ts';
import type { Write } from '../../shared/store/write.ts';
import type { Session } from '../model/sign-in/session.ts';
import { rightsChangeWrite } from './rights-feed-table.ts';

/** The last access token of a session outlives it by 15 minutes. */
const keptForSeconds = 3600;

const sessionCodec: Codec<Session> = record<Session>({
  familyId: text,
  organizationId: text,
  userId: text,
  generation: withDefault(number, 0),
  tokenHash: text,
  validUntil: text,
  revoked: flag,
  version: number,
});

export const sessions = versionedItems<Session>({
  key: (organizationId, familyId) => ({ pk: `ORG#${organizationId}#SESSION#${familyId}`, sk: 'SESSION' }),
  idOf: ({ familyId }) => familyId,
  codec: sessionCodec,
  attributes: (_, { validUntil }) => ({ expiresAt: Math.ceil(Date.parse(validUntil) / 1000) + keptForSeconds }),
});

/** Whether the session was ended before its time, or does not exist: a token is issued together with its session. */
export async function isSessionOver(organizationId: string, sessionId: string): Promise<boolean> {
  const session = await sessions.find(organizationId, sessionId);
  return session === undefined || session.revoked;
}

/** Stores a session that was revoked, and informs every replica. */
export const endedSessionWrites = (session: Session): Write[] => [
  sessions.put(session.organizationId, session),
  rightsChangeWrite({ kind: 'session', sessionId: session.familyId }),
];

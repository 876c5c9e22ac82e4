import { maxTokenAgeMs } from '../../functions/auth/model/tokens/token.ts';

/** No token lives longer than the first part; the rest is for rows that come late and for clocks. */
const rememberedMs = maxTokenAgeMs + 60_000;
const maxSessions = 50_000;

export type EndedSessions = {
  /** Whether the session was ended before its time; reads the table when the feed does not say. */
  isOver(organizationId: string, sessionId: string): boolean | Promise<boolean>;
  /** Whether a token of the session that was good may be taken again without a read; one of no session may. The feed must be fresh. */
  mayGoOn(sessionId: string | undefined): boolean;
  /** What the feed says. */
  apply(sessionId: string): void;
};

export type EndedSessionsProps = {
  /** Reads the session, strongly consistent. */
  isSessionOver(organizationId: string, sessionId: string): Promise<boolean>;
  /** Whether every change of a second ago has been applied. */
  isFresh(): boolean;
  nowMs?: () => number;
};

/** The sessions that were ended while a token of theirs may still be in force. Of the others, nothing has to be known. */
export function endedSessions({ isSessionOver, isFresh, nowMs = () => performance.now() }: EndedSessionsProps): EndedSessions {
  /** When it was heard of, the oldest first. */
  const ended = new Map<string, number>();
  /** Until then one that is not among the ended may have been forgotten. */
  let unsureUntilMs = Number.NEGATIVE_INFINITY;
  const isSure = () => unsureUntilMs === Number.NEGATIVE_INFINITY || nowMs() >= unsureUntilMs;

  return {
    isOver(organizationId, sessionId) {
      if (ended.has(sessionId)) return true;
      return isFresh() && isSure() ? false : isSessionOver(organizationId, sessionId);
    },
    mayGoOn: (sessionId) => sessionId === undefined || (isSure() && !ended.has(sessionId)),
    apply(sessionId) {
      const now = nowMs();
      for (const [oldest, heardAtMs] of ended) {
        const isFull = ended.size >= maxSessions;
        if (now - heardAtMs < rememberedMs && !isFull) break;
        if (now - heardAtMs < rememberedMs) unsureUntilMs = now + rememberedMs;
        ended.delete(oldest);
      }
      if (!ended.has(sessionId)) ended.set(sessionId, now);
    },
  };
}

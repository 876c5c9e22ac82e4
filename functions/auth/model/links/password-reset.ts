import type { User } from '../user.ts';
import { isGood, type OpenedLink, wasSentTo } from './link.ts';

/**
 * The user after choosing a new password: all sessions are over, and every other link for a new password is refused, since it is of
 * an earlier generation. Undefined when the link is not good.
 */
export function afterPasswordReset<Owner extends User>(user: Owner, opened: OpenedLink): Owner | undefined {
  if (!isGood(opened, user, 'password') || !wasSentTo(opened, user.email)) return undefined;
  if (opened.link.generation !== user.sessionGeneration) return undefined;
  return { ...user, sessionGeneration: user.sessionGeneration + 1, version: user.version + 1 };
}

import { eventually } from '../../local/process/eventually.ts';
import type { Person } from './market.ts';
import { succeed } from './rest.ts';

type LinkEvent = 'auth.verification.requested' | 'auth.password.reset.requested';

/** The secret of the newest link that was sent to a user, as the event says that has it sent. It is the one after `seen`. */
export const linkSecret = (admin: Person, type: LinkEvent, userId: string, seen: readonly string[] = []): Promise<string> =>
  eventually(`a link for ${userId} (${type})`, async () => {
    const { body } = await succeed('GET /audit', { token: admin.token, query: { aggregateId: userId, limit: 50 } });
    const secrets = body.events
      .filter(({ detailType }) => detailType === type)
      .map(({ eventData }) => String(Object(eventData).secret));
    return secrets.find((secret) => !seen.includes(secret));
  });

/** For end-to-end tests: the typed client that front ends use, against the world under test. */
import { inject } from 'vitest';
import { bodyOf, type LonjaClient, lonjaClient } from '../../client/lonja-client.ts';

const password = 'four words are enough';

/** The API as a person calls it who has signed in. */
export const clientOf = ({ token }: { token: string }): LonjaClient =>
  lonjaClient({ restUrl: inject('world').restUrl, accessToken: token });

/** Somebody who registers with an organization and signs in. */
export async function newcomer(
  { organizationId }: { organizationId: string },
  { email, name }: { email: string; name: string },
): Promise<{ lonja: LonjaClient; userId: string; token: string }> {
  const { restUrl } = inject('world');
  const anyone = lonjaClient({ restUrl });
  const { userId } = await bodyOf(anyone.POST('/auth/register', { body: { organizationId, email, name, password } }));
  const { accessToken } = await bodyOf(anyone.POST('/auth/login', { body: { organizationId, email, password } }));
  return { lonja: clientOf({ token: accessToken }), userId, token: accessToken };
}

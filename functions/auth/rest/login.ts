import type { AuthOperations } from '../../../generated/rest/auth.ts';
import { problem } from '../../shared/answer.ts';
import { commitNew } from '../../shared/commit.ts';
import { newId } from '../../shared/ids.ts';
import type { Route } from '../../shared/rest-handler.ts';
import { verifyPassword } from '../password.ts';
import { newSecret, openSession } from '../session.ts';
import { newSessionWrite } from '../session-table.ts';
import { signedIn } from '../signed-in.ts';
import { issueAccessToken } from '../signing-key-kms.ts';
import { findCredentials } from '../user-table.ts';

/**
 * POST /auth/login. Whatever is wrong, the organization, the address, the password or that the user was deactivated, the answer is
 * the same and takes the same time: the same reads, and a password hash in any case.
 */
export const loginRoute: Route<AuthOperations['POST /auth/login']> = async ({ body, cause, receivedAt }) => {
  const found = await findCredentials(body.organizationId, body.email);
  const proven = await verifyPassword(body.password, found?.passwordHash);
  if (found === undefined || !proven || !found.user.active) {
    return problem({
      status: 401,
      slug: 'wrong-credentials',
      detail: 'the organization, the e-mail address or the password is wrong',
    });
  }
  const { userId, organizationId } = found.user;
  const ownCause = { ...cause, organizationId, userId };
  const refreshToken = { organizationId, familyId: newId(receivedAt), secret: newSecret() };
  const accessToken = await issueAccessToken({ userId, organizationId }, receivedAt, ownCause);
  await commitNew({ cause: ownCause, writes: [newSessionWrite(openSession(refreshToken, userId, receivedAt))] });
  return signedIn(accessToken, refreshToken);
};

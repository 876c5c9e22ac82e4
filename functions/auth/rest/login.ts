import type { AuthSignInOperations } from '../../../generated/rest/auth-sign-in.ts';
import { newId } from '../../shared/ids.ts';
import { type Answer, problem } from '../../shared/rest/answer.ts';
import type { Route, RouteRequest } from '../../shared/rest/rest-handler.ts';
import { commitNew } from '../../shared/store/commit.ts';
import { type LoginWindow, loginWait, loginWindow } from '../model/login-throttle.ts';
import { verifyPassword } from '../model/password.ts';
import { newSecret, openSession } from '../model/session.ts';
import { signedIn } from '../model/signed-in.ts';
import { countTry, giveTryBack } from '../store/login-throttle-table.ts';
import { newSessionWrite } from '../store/session-table.ts';
import { issueAccessToken } from '../store/signing-key-client.ts';
import { findCredentials } from '../store/user-table.ts';

type LoginRequest = RouteRequest<AuthSignInOperations['POST /auth/login']>;

/**
 * POST /auth/login. Whatever is wrong, the organization, the address, the password or that the user was deactivated, the answer is
 * the same and takes the same time: the same reads, and a password hash in any case. Who failed too often waits, known here or not.
 */
export const loginRoute: Route<AuthSignInOperations['POST /auth/login']> = async (request) => {
  const { body, receivedAt, sourceAddress } = request;
  const windows = [
    loginWindow({ kind: 'account', organizationId: body.organizationId, email: body.email }, receivedAt),
    loginWindow({ kind: 'address', address: sourceAddress }, receivedAt),
  ];
  const waitSeconds = loginWait(await countTries(windows), receivedAt);
  if (waitSeconds !== undefined) return tooManyTries(waitSeconds);
  try {
    const opened = await openedSession(request);
    if (opened === undefined) return wrongCredentials;
    await giveBack(windows);
    return opened;
  } catch (thrown) {
    // An outage of ours is no guess of theirs.
    await giveBack(windows).catch(() => {});
    throw thrown;
  }
};

/** Undefined when the credentials are wrong. */
async function openedSession({ body, cause, receivedAt }: LoginRequest): Promise<Answer | undefined> {
  const found = await findCredentials(body.organizationId, body.email);
  const proven = await verifyPassword(body.password, found?.passwordHash);
  if (found === undefined || !proven || !found.user.active) return undefined;
  const { userId, organizationId } = found.user;
  const ownCause = { ...cause, organizationId, userId };
  const refreshToken = { organizationId, familyId: newId(receivedAt), secret: newSecret() };
  const accessToken = await issueAccessToken({ userId, organizationId, sessionId: refreshToken.familyId }, receivedAt, ownCause);
  await commitNew({ cause: ownCause, writes: [newSessionWrite(openSession(refreshToken, userId, receivedAt))] });
  return signedIn(accessToken, refreshToken);
}

const giveBack = (windows: readonly LoginWindow[]) => Promise.all(windows.map(giveTryBack));
const countTries = (windows: readonly LoginWindow[]) =>
  Promise.all(windows.map(async (window) => ({ window, tries: await countTry(window) })));

const wrongCredentials = problem({
  status: 401,
  slug: 'wrong-credentials',
  detail: 'the organization, the e-mail address or the password is wrong',
});

const tooManyTries = (waitSeconds: number): Answer =>
  problem({
    status: 429,
    slug: 'too-many-logins',
    detail: 'too many tries failed: wait, then try again',
    headers: { 'Retry-After': String(waitSeconds) },
  });

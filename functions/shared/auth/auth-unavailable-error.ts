/** Auth gave no answer in time. The caller's rights are unknown, not denied: respond 503, never 401 or 403. */
export class AuthUnavailableError extends Error {
  override readonly name = 'AuthUnavailableError';
}

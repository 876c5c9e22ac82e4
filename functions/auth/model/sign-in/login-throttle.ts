/** The login attempts of an account, or from a network address, in a window of time. A successful one is taken back, so only failures count. */
export type LoginWindow = { subject: LoginSubject; startsAtMs: number };
export type LoginSubject = { kind: 'account'; organizationId: string; email: string } | { kind: 'address'; address: string };

const windowMs = 15 * 60_000;
/** One person uses an account; a whole office may share an address and sign in at nine. */
const attemptsAllowed: Record<LoginSubject['kind'], number> = { account: 10, address: 300 };

/** The window that `at` (ISO 8601 UTC) falls into. */
export function loginWindow(subject: LoginSubject, at: string): LoginWindow {
  const atMs = Date.parse(at);
  return { subject, startsAtMs: atMs - (atMs % windowMs) };
}

export const windowEndMs = ({ startsAtMs }: LoginWindow) => startsAtMs + windowMs;

/**
 * How many seconds to wait, at least 1, when one of the windows has too many attempts, the current one included; undefined when
 * it may go on. An attempt is counted before its password is checked, so that a thousand at once count as a thousand.
 */
export function loginWaitSeconds(windows: readonly { window: LoginWindow; attempts: number }[], at: string): number | undefined {
  const waits = windows
    .filter(({ window, attempts }) => attempts > attemptsAllowed[window.subject.kind])
    .map(({ window }) => Math.max(1, Math.ceil((windowEndMs(window) - Date.parse(at)) / 1000)));
  return waits.length === 0 ? undefined : Math.max(...waits);
}

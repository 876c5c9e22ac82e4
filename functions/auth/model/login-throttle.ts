/** Tries in a window of time, by account or by network address. A try that succeeded is given back, so that only failures count. */
export type LoginWindow = { subject: LoginSubject; startsAtMs: number };
export type LoginSubject = { kind: 'account'; organizationId: string; email: string } | { kind: 'address'; address: string };

const windowMs = 15 * 60_000;
/** An account has one person behind it, an address perhaps a whole office, all of it signing in at nine. */
const triesAllowed: Record<LoginSubject['kind'], number> = { account: 10, address: 300 };

/** The window that `at` (ISO 8601 UTC) falls into. */
export function loginWindow(subject: LoginSubject, at: string): LoginWindow {
  const atMs = Date.parse(at);
  return { subject, startsAtMs: atMs - (atMs % windowMs) };
}

export const windowEndMs = ({ startsAtMs }: LoginWindow) => startsAtMs + windowMs;

/**
 * Seconds to wait, at least 1, when one of the windows holds too many tries, this one counted; undefined when it may go on. Tries are
 * counted before the password is looked at, so that a thousand at once count as a thousand.
 */
export function loginWait(windows: readonly { window: LoginWindow; tries: number }[], at: string): number | undefined {
  const waits = windows
    .filter(({ window, tries }) => tries > triesAllowed[window.subject.kind])
    .map(({ window }) => Math.max(1, Math.ceil((windowEndMs(window) - Date.parse(at)) / 1000)));
  return waits.length === 0 ? undefined : Math.max(...waits);
}

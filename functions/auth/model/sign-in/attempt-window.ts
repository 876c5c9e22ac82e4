/** Attempts that cost a password hash or an e-mail, of an account, a mailbox or from a network address, in a window of time. */
export type AttemptWindow = { subject: AttemptSubject; startsAtMs: number };
export type AttemptSubject =
  | { kind: 'account'; organizationId: string; email: string }
  /** E-mails that anybody can have sent to an address, whether it is known or not. */
  | { kind: 'e-mails'; organizationId: string; email: string }
  | { kind: 'address'; address: string }
  | { kind: 'links'; address: string }
  | { kind: 'resets'; address: string }
  | { kind: 'registrations'; address: string };

/** Those that count against the limit, such as wrong passwords, and those that are still being checked. */
export type Attempts = { counted: number; checking: number };

const windowMs = 15 * 60_000;
/**
 * One person uses an account; a whole office may share an address and sign in at nine. A registration cannot guess anything: its limit
 * is there because it costs 150 ms of a core.
 */
const attemptsAllowed: Record<AttemptSubject['kind'], number> = {
  account: 10,
  'e-mails': 10,
  address: 300,
  links: 300,
  resets: 300,
  registrations: 1000,
};

/** The window that `at` (ISO 8601 UTC) falls into. */
export function attemptWindow(subject: AttemptSubject, at: string): AttemptWindow {
  const atMs = Date.parse(at);
  return { subject, startsAtMs: atMs - (atMs % windowMs) };
}

export const windowEndMs = ({ startsAtMs }: AttemptWindow) => startsAtMs + windowMs;

/**
 * How many seconds to wait, at least 1, before an attempt may go on; undefined when it may go on now. `checking` includes the attempt
 * itself, so that of a thousand at once no more go on than may still fail. Counted attempts make the caller wait until the window
 * ends; those that are still being checked may not count in the end, so the wait for them is a second.
 */
export function waitSeconds(windows: readonly { window: AttemptWindow; attempts: Attempts }[], at: string): number | undefined {
  const waits = windows.flatMap(({ window, attempts: { counted, checking } }) => {
    const allowed = attemptsAllowed[window.subject.kind];
    if (counted >= allowed) return [Math.max(1, Math.ceil((windowEndMs(window) - Date.parse(at)) / 1000))];
    return counted + checking > allowed ? [1] : [];
  });
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** What came back from an e-mail address: a bounce, or a complaint of its owner. */
export type Feedback = {
  address: string;
  kind: 'permanent' | 'temporary' | 'complaint';
  /** The e-mail that it is about, as SES names it: the same feedback counts once. */
  messageId: string;
  /** ISO 8601 UTC. */
  at: string;
};

export type Mailbox = {
  /** In lower case. */
  address: string;
  /** It exists no longer, or its owner complained: nothing is sent there until they prove again that it is theirs. */
  stoppedAt?: string | undefined;
  /** Temporary bounces, the latest last. */
  bounces: readonly { messageId: string; at: string }[];
};

/** What is known about the addresses of one recipient, the latest last. */
export type Mailboxes = { userId: string; mailboxes: readonly Mailbox[]; version: number };

/** An address gets nothing while it has bounced this often within this time. */
export const temporaryBounces = { limit: 5, withinDays: 14 };
/** Somebody who changes the address more often than this loses the record of the oldest. */
const maxMailboxes = 10;

/** Undefined when the feedback was counted before. */
export function afterFeedback(before: Mailboxes, { address, kind, messageId, at }: Feedback): Mailboxes | undefined {
  const name = address.toLowerCase();
  const known = before.mailboxes.find((mailbox) => mailbox.address === name) ?? { address: name, bounces: [] };
  if (kind !== 'temporary') return known.stoppedAt === undefined ? withMailbox(before, { ...known, stoppedAt: at }) : undefined;
  if (known.bounces.some((bounce) => bounce.messageId === messageId)) return undefined;
  const bounces = [...known.bounces, { messageId, at }].toSorted((one, other) => one.at.localeCompare(other.at));
  return withMailbox(before, { ...known, bounces: bounces.slice(-temporaryBounces.limit) });
}

/** The owner proved that the address is theirs: whatever came back from it is forgotten. Undefined when there was nothing. */
export function afterVerification(before: Mailboxes, address: string): Mailboxes | undefined {
  const mailboxes = before.mailboxes.filter((mailbox) => mailbox.address !== address.toLowerCase());
  return mailboxes.length === before.mailboxes.length ? undefined : { ...before, mailboxes, version: before.version + 1 };
}

/** Whether nothing may be sent to an address now. */
export function isStopped({ mailboxes }: Mailboxes, address: string, at: string): boolean {
  const mailbox = mailboxes.find((one) => one.address === address.toLowerCase());
  if (mailbox === undefined) return false;
  if (mailbox.stoppedAt !== undefined) return true;
  const since = new Date(Date.parse(at) - temporaryBounces.withinDays * 24 * 3_600_000).toISOString();
  return mailbox.bounces.filter((bounce) => bounce.at > since).length >= temporaryBounces.limit;
}

const withMailbox = ({ userId, mailboxes, version }: Mailboxes, mailbox: Mailbox): Mailboxes => ({
  userId,
  mailboxes: [...mailboxes.filter(({ address }) => address !== mailbox.address), mailbox].slice(-maxMailboxes),
  version: version + 1,
});

export const noMailboxes = (userId: string): Mailboxes => ({ userId, mailboxes: [], version: 0 });

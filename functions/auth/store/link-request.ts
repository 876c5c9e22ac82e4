import type { LinkPurpose } from '../../../generated/shared.ts';
import { newId } from '../../shared/ids.ts';
import type { Effects } from '../../shared/store/write.ts';
import { linkRequested } from '../model/links/link-request.ts';
import { mailboxOf } from '../model/profile/mailbox.ts';
import { attemptWindow } from '../model/sign-in/attempt-window.ts';
import { type Throttled, throttled } from './attempt-table.ts';

type Mailbox = { organizationId: string; email: string };
/** `receivedAt` is ISO 8601 UTC. */
type Asked = { receivedAt: string; sourceAddress: string };

/** How often e-mails may be caused to one address, and from one network address. */
export const linkWindows = (mailbox: Mailbox, { receivedAt, sourceAddress }: Asked) => [
  attemptWindow({ kind: 'e-mails', ...mailbox }, receivedAt),
  attemptWindow({ kind: 'links', address: sourceAddress }, receivedAt),
];

/**
 * Asks for a link for the owner of this address. It reads nothing: it takes the same time whether the address is known or not, and the
 * consumer of the event finds out who it is.
 */
export function requestLink(purpose: LinkPurpose, mailbox: Mailbox, asked: Asked): Promise<Throttled<Effects>> {
  const { organizationId, email } = mailbox;
  const data = { requestId: newId(asked.receivedAt), purpose, mailbox: mailboxOf(organizationId, email) };
  const result = { publish: [linkRequested(data, asked.receivedAt)], cause: { organizationId } };
  return throttled(linkWindows(mailbox, asked), asked.receivedAt, async () => ({ result, counts: true }));
}

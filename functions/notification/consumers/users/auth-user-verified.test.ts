import { describe, expect, it } from 'vitest';
import { emptyTable } from '../../../../tests/kit/empty-table.ts';
import { anEvent, at, deliver, organizationId } from '../../../../tests/kit/invoke.ts';
import { customer } from '../../../../tests/kit/notified.ts';
import { handler } from '../../consumer.ts';
import { afterFeedback, isStopped, noMailboxes } from '../../model/recipients/mailbox.ts';
import { mailboxes } from '../../store/mailbox-table.ts';

const table = emptyTable('notification');
const { userId, email } = customer;

describe('onUserVerified', () => {
  it('opens an address again that had been stopped', async () => {
    const stopped = afterFeedback(noMailboxes(userId), { address: email, kind: 'permanent', messageId: 'm', at });
    if (stopped === undefined) throw new Error('the bounce is new');
    table.put(mailboxes.put(organizationId, stopped));
    const verified = anEvent('auth.user.verified', userId, { userId, email, verifiedAt: at }, 2);
    await deliver(handler, 'auth.user.verified', verified);
    const known = await mailboxes.find(organizationId, userId);
    expect(known && isStopped(known, email, at)).toBe(false);
  });
});

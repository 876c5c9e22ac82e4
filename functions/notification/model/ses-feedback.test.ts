import { describe, expect, it } from 'vitest';
import { PermanentFault } from '../../shared/faults.ts';
import { sesFeedbackFrom } from './ses-feedback.ts';

const tags = { organizationId: ['o'], recipientId: ['r'], correlationId: ['correlation-1'], 'ses:configuration-set': ['lonja'] };
const mail = { messageId: 'm', tags };
const timestamp = '2026-11-22T10:00:00.000Z';
const bodyOf = (detail: object) => JSON.stringify({ id: 'e', 'detail-type': 'Email Bounced', detail });
const bounce = (bounceType: string) => ({ bounceType, bouncedRecipients: [{ emailAddress: 'a@example.org' }], timestamp });

describe('sesFeedbackFrom', () => {
  it.each([
    ['Permanent', 'permanent'],
    ['Transient', 'temporary'],
    ['Undetermined', 'temporary'],
  ])('reads a bounce that is %s as %s', (bounceType, kind) => {
    expect(sesFeedbackFrom(bodyOf({ mail, bounce: bounce(bounceType) }))).toEqual({
      eventId: 'e',
      organizationId: 'o',
      userId: 'r',
      correlationId: 'correlation-1',
      feedback: [{ address: 'a@example.org', kind, messageId: 'm', at: timestamp }],
    });
  });

  it('reads a complaint', () => {
    const complaint = { complainedRecipients: [{ emailAddress: 'a@example.org' }], timestamp };
    expect(sesFeedbackFrom(bodyOf({ mail, complaint })).feedback).toMatchObject([{ kind: 'complaint' }]);
  });

  it.each([
    ['no JSON', '{'],
    ['no result', bodyOf({ mail })],
    ['no tags', bodyOf({ mail: { messageId: 'm' }, bounce: bounce('Permanent') })],
    ['no recipients', bodyOf({ mail, bounce: { bounceType: 'Permanent', timestamp } })],
    ['no time', bodyOf({ mail, bounce: { ...bounce('Permanent'), timestamp: 'yesterday' } })],
  ])('is a permanent fault for a message with %s', (_, body) => {
    expect(() => sesFeedbackFrom(body)).toThrow(PermanentFault);
  });
});

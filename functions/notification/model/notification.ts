import type { Channel } from '../../../generated/shared.ts';
import type { NewEvent } from '../../shared/domain-event.ts';
import type { Trace } from '../../shared/trace.ts';
import type { Push } from './rendering/push.ts';

/** Which message it is: one for each recipient, cause and channel, and for push messages one for each device. */
export type MessageName = {
  userId: string;
  /** The event that it is about. */
  eventId: string;
  channel: Channel;
  /** Of a push message. */
  deviceId?: string | undefined;
};

export type Facts = MessageName & {
  notificationId: string;
  /** The wire name of the event that it is about. */
  cause: string;
  subject: string;
  aboutId: string;
  /** ISO 8601 UTC. */
  createdAt: string;
  version: number;
};

/** A message that waits for the end of the quiet hours, with the trace of what caused it. */
export type Held = Trace & { dueAt: string; heldSince: string; content: HeldContent };
export type HeldContent = { channel: 'sms'; text: string } | ({ channel: 'push' } & Push);

export type Waiting = Facts & { status: 'held'; held: Held };
export type Claim = Facts & { status: 'sending'; leaseUntil: string; held?: Held | undefined };
/** `dropped`: it was held, and then the recipient no longer wanted it or had nowhere to get it. */
export type Ended = Facts & { status: 'sent' | 'failed' | 'dropped'; endedAt: string };

/**
 * One message to one recipient about one event: none → sending → sent or failed (refused for good); in the quiet hours none → held →
 * sending or dropped. The delivery that stores `sending` may send until its lease ends, so two simultaneous deliveries of an event
 * send one message. When a sender dies, the next delivery after the lease takes over: at worst the message is sent twice; it is never
 * lost. A message that was certainly not sent is released at once.
 */
export type Notification = Waiting | Claim | Ended;

export type ClaimDecision =
  | { outcome: 'claimed'; claim: Claim }
  | { outcome: 'held'; notification: Waiting }
  /** Another delivery of the event is sending it: come back later. */
  | { outcome: 'being-sent' }
  /** It was sent or refused before, or waits for its time. */
  | { outcome: 'settled' };

/** Sending takes at most ten seconds: the rest is for a sender that is paused. */
export const leaseMs = 60_000;

/** A message that is to be sent. `at` is ISO 8601 UTC. */
export type ClaimMessage = {
  name: MessageName;
  notificationId: string;
  cause: string;
  subject: string;
  aboutId: string;
  at: string;
  /** Given when it is quiet where the recipient is: until then the message is held. */
  hold?: Held | undefined;
};

/** Decides whether this delivery sends the message. */
export function decideClaim(command: ClaimMessage, stored: Notification | undefined): ClaimDecision {
  const { name, notificationId, cause, subject, aboutId, at, hold } = command;
  // A message that was held is sent by the job.
  if (stored !== undefined && (stored.status !== 'sending' || stored.held !== undefined)) return { outcome: 'settled' };
  if (stored !== undefined && stored.leaseUntil > at) return { outcome: 'being-sent' };
  const version = (stored?.version ?? 0) + 1;
  const facts: Facts = { ...name, notificationId, cause, subject, aboutId, createdAt: stored?.createdAt ?? at, version };
  if (hold !== undefined) return { outcome: 'held', notification: { ...facts, status: 'held', held: hold } };
  return { outcome: 'claimed', claim: { ...facts, status: 'sending', leaseUntil: leaseFrom(at) } };
}

export type DueDecision =
  | { outcome: 'claimed'; claim: Claim & { held: Held } }
  /** It is quiet again where the recipient is. */
  | { outcome: 'put-off'; notification: Waiting }
  | { outcome: 'being-sent' }
  | { outcome: 'settled' };

/** Decides whether a message whose time has come is sent now. `quietUntil` is given when it is quiet again. */
export function decideDue(
  stored: Notification | undefined,
  { at, quietUntil }: { at: string; quietUntil: string | undefined },
): DueDecision {
  if (stored === undefined || (stored.status !== 'held' && stored.status !== 'sending')) return { outcome: 'settled' };
  const { held } = stored;
  if (held === undefined) return { outcome: 'settled' };
  if (stored.status === 'sending' && stored.leaseUntil > at) return { outcome: 'being-sent' };
  const facts = factsOf(stored);
  const version = stored.version + 1;
  if (quietUntil !== undefined)
    return { outcome: 'put-off', notification: { ...facts, version, status: 'held', held: { ...held, dueAt: quietUntil } } };
  return { outcome: 'claimed', claim: { ...facts, version, status: 'sending', leaseUntil: leaseFrom(at), held } };
}

const leaseFrom = (at: string) => new Date(Date.parse(at) + leaseMs).toISOString();

/** The claim of a sender that certainly sent nothing: the next delivery may send at once. */
export const released = (claim: Claim, at: string): Claim => ({ ...claim, leaseUntil: at, version: claim.version + 1 });

/** How a message ended, and to whom it was addressed, for its event. */
export type End = { status: Ended['status']; at: string; recipient: string };

/**
 * Records how sending ended, with its event; a message that was dropped has none, since nothing was tried. Undefined when the claim is
 * no longer the stored one: another delivery took over after the lease and records its own end.
 */
export function decideEnd(
  claim: Claim | Waiting,
  { status, at, recipient }: End,
  stored: Notification | undefined,
): { notification: Ended; event?: NewEvent<'notification.sent'> } | undefined {
  if (stored?.version !== claim.version) return undefined;
  const facts = factsOf(claim);
  const { notificationId, userId: recipientId, channel: type, subject, aboutId } = facts;
  const notification: Ended = { ...facts, version: claim.version + 1, status, endedAt: at };
  if (status === 'dropped') return { notification };
  const data = { notificationId, recipient, recipientId, type, status, subject, aboutId };
  const about = { aggregateId: notificationId, aggregateVersion: 1, occurredOn: at };
  return { notification, event: { type: 'notification.sent', ...about, data } };
}

function factsOf(notification: Notification): Facts {
  const { userId, eventId, channel, deviceId, notificationId, cause, subject, aboutId, createdAt, version } = notification;
  const name = { userId, eventId, channel, ...(deviceId !== undefined && { deviceId }) };
  return { ...name, notificationId, cause, subject, aboutId, createdAt, version };
}

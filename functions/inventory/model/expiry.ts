import type { ExpiryQuestion, Reservation, ReservationChange, Reserved } from './reservation.ts';

/** After the order's deadline, its saga gets this long to end. */
const patienceMinutes = 60;
/** The order is asked so often, the first pause is this long, and each further one twice as long: for about a day and a half. */
export const maxQuestions = 8;
const firstPauseMinutes = 15;

const plusMinutes = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

/** From when on a reservation is older than its order may take. */
export const expiryOf = (reservedAt: string, orderDeadlineMinutes: number) =>
  plusMinutes(reservedAt, orderDeadlineMinutes + patienceMinutes);

/** A confirmed order keeps its stock: nothing more is asked. Undefined when nothing is. */
export function decideConfirmation(stored: Reservation | undefined): ReservationChange | undefined {
  return stored?.status === 'reserved' && stored.question !== undefined ? withoutQuestion(stored) : undefined;
}

export type ExpiryDecision =
  | { outcome: 'asked' | 'given-up'; change: ReservationChange }
  /** The reservation has ended, its order is confirmed, or the question is due at another moment. */
  | { outcome: 'settled' };

/**
 * Asks the order about its reservation, and decides when to ask again. It releases nothing: the order answers, by order.cancelled or
 * order.confirmed. `dueAt` is the moment for which the question was found.
 */
export function decideExpiry(stored: Reservation | undefined, { dueAt, at }: { dueAt: string; at: string }): ExpiryDecision {
  if (stored?.status !== 'reserved' || stored.question?.dueAt !== dueAt) return { outcome: 'settled' };
  const { orderId, question } = stored;
  if (question.asked >= maxQuestions) return { outcome: 'given-up', change: withoutQuestion(stored) };
  const { reservedAt, expiresAt, asked } = question;
  const next: ExpiryQuestion = { ...question, asked: asked + 1, dueAt: plusMinutes(at, firstPauseMinutes * 2 ** asked) };
  const reservation: Reserved = { ...stored, version: stored.version + 1, question: next };
  return {
    outcome: 'asked',
    change: {
      stored,
      reservation,
      stocks: [],
      events: [
        {
          type: 'inventory.reservation.expired',
          aggregateId: orderId,
          aggregateVersion: reservation.version,
          occurredOn: at,
          data: { orderId, reservedAt, expiredAt: expiresAt },
        },
      ],
    },
  };
}

function withoutQuestion(stored: Reserved): ReservationChange {
  const { question: _, ...kept } = stored;
  return { stored, reservation: { ...kept, version: stored.version + 1 }, stocks: [], events: [] };
}

/** Something that payment owes back, since a moment, and rests until another (ISO 8601 UTC). */
type Owed = { owedSince: string; notBefore: string | undefined };
type Page<Payment> = { owed: readonly Payment[]; nextCursor?: string | undefined };

export type OwedRound<Payment extends Owed> = {
  /** When the round is due, ISO 8601 UTC. */
  now: string;
  /** Partitions of what is owed: they are gone through side by side, so that a full one holds up no other. */
  shards: number;
  readPage(shard: number, cursor: string | undefined): Promise<Page<Payment>>;
  /** Answers how many charges went back; `refused` and `failed` concern this payment, `provider-out` all of them. */
  reverse(payment: Payment): Promise<number | 'refused' | 'failed' | 'provider-out'>;
  /** Whether another may be begun. Those that are not are counted as owed. */
  hasTime(): boolean;
};

export type RoundResult = {
  reversed: number;
  refused: number;
  failed: number;
  /** Payments that still owe something. */
  stillOwed: number;
  /** How long the oldest of them has owed it. */
  oldestOwedSeconds: number;
};

/** The event that asks for a reversal has this long to be handled before the job steps in. */
const patienceMs = 60_000;
/** What a round reads of a shard, the oldest orders first: beyond some thousands the count is low, the alarm long rung. */
const maxPages = 50;

/** Goes once through all that is owed, page by page, past what is refused; what it does not come to is counted all the same. */
export async function goRound<Payment extends Owed>(round: OwedRound<Payment>): Promise<RoundResult> {
  const told: RoundResult = { reversed: 0, refused: 0, failed: 0, stillOwed: 0, oldestOwedSeconds: 0 };
  const state = { isProviderOut: false };
  await Promise.all(Array.from({ length: round.shards }, (_, shard) => goThrough(shard, round, told, state)));
  return told;
}

async function goThrough<Payment extends Owed>(
  shard: number,
  round: OwedRound<Payment>,
  told: RoundResult,
  state: { isProviderOut: boolean },
): Promise<void> {
  let cursor: string | undefined;
  for (let page = 0; page < maxPages && (page === 0 || cursor !== undefined); page++) {
    const { owed, nextCursor } = await round.readPage(shard, cursor);
    for (const payment of owed) {
      const owedMs = Date.parse(round.now) - Date.parse(payment.owedSince);
      const isDue = owedMs > patienceMs && (payment.notBefore ?? round.now) <= round.now;
      const outcome = isDue && !state.isProviderOut && round.hasTime() ? await round.reverse(payment) : ('waiting' as const);
      if (outcome === 'refused' || outcome === 'failed') told[outcome] += 1;
      if (outcome === 'provider-out') state.isProviderOut = true;
      if (typeof outcome === 'number') told.reversed += outcome;
      else {
        told.stillOwed += 1;
        told.oldestOwedSeconds = Math.max(told.oldestOwedSeconds, Math.round(owedMs / 1000));
      }
    }
    cursor = nextCursor;
  }
}

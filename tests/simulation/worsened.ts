import type * as reservation from '../../functions/inventory/model/reservation.ts';
import type * as stock from '../../functions/inventory/model/stock.ts';
import type * as order from '../../functions/order/model/order.ts';
import type * as orderShipping from '../../functions/order/model/shipping.ts';
import type * as charging from '../../functions/payment/model/charging.ts';
import type * as reversal from '../../functions/payment/model/reversal.ts';
import type * as shipmentCancellation from '../../functions/shipping/model/cancellation.ts';
import type * as movement from '../../functions/shipping/model/movement.ts';
import type * as opening from '../../functions/shipping/model/opening.ts';
import type * as settlement from '../../functions/shipping/model/settlement.ts';

/** The decisions of the domains that a test may worsen, to see that it is found out. */
export type Decisions = Pick<typeof reservation, 'decideReservation' | 'decideRelease'> &
  Pick<typeof stock, 'decideAdjustment'> &
  Pick<typeof order, 'decideConfirmation' | 'decideCancellation' | 'shipmentCancelled'> &
  Pick<typeof orderShipping, 'decideShipped' | 'decideDelivered'> &
  Pick<typeof opening, 'decideOpening'> &
  Pick<typeof movement, 'decideMovement' | 'decideHandover'> &
  Pick<typeof shipmentCancellation, 'decideCancellationRequest'> &
  Pick<typeof settlement, 'decideSettlement'> &
  Pick<typeof charging, 'decideAttempt' | 'decideReport'> &
  Pick<typeof reversal, 'decideAnswer' | 'decideClosing' | 'decideReversals' | 'owedReversals'>;
/** Each is made from the deployed one. */
export type WorseDecisions = { [Name in keyof Decisions]?: (deployed: Decisions[Name]) => Decisions[Name] };

type Decision = (...input: unknown[]) => unknown;
const isDecision = (value: unknown): value is Decision => typeof value === 'function';
let worse: Readonly<Record<string, unknown>> = {};

export function worsen(decisions: WorseDecisions): void {
  worse = decisions;
}

/** A model's module, whose decisions are the deployed ones until one is worsened. What a module calls in itself stays as it is. */
export async function worsened(original: () => Promise<object>): Promise<object> {
  const entries = Object.entries(await original()).map(([name, deployed]) => {
    if (!isDecision(deployed)) return [name, deployed];
    const decide = (...input: unknown[]) => {
      const made: unknown = isDecision(worse[name]) ? worse[name](deployed) : deployed;
      return isDecision(made) ? made(...input) : undefined;
    };
    return [name, decide];
  });
  return Object.fromEntries(entries);
}

import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { takeChanceOut } from './randomness.ts';
import { answerCases, deliveryCases, otherRules, providerCases, ruleCases } from './saga-rules.ts';
import { type Played, play, type RuleCase } from './script.ts';
import { carrierCases } from './shipping/shipping-rules.ts';
import { machine } from './state-machine.ts';
import { System } from './system.ts';

const { worsen, worsened } = await vi.hoisted(() => import('./worsened.ts'));
vi.mock('../../functions/inventory/model/reservation.ts', worsened);
vi.mock('../../functions/inventory/model/stock.ts', worsened);
vi.mock('../../functions/order/model/order.ts', worsened);
vi.mock('../../functions/order/model/shipping.ts', worsened);
vi.mock('../../functions/payment/model/charging.ts', worsened);
vi.mock('../../functions/payment/model/reversal.ts', worsened);
vi.mock('../../functions/shipping/model/cancellation.ts', worsened);
vi.mock('../../functions/shipping/model/movement.ts', worsened);
vi.mock('../../functions/shipping/model/opening.ts', worsened);
vi.mock('../../functions/shipping/model/settlement.ts', worsened);

const system = new System();
beforeAll(async () => {
  takeChanceOut();
  await system.start();
});

const deployedStates = structuredClone(machine.States);
afterEach(() => {
  worsen({});
  machine.States = structuredClone(deployedStates);
  vi.unstubAllEnvs();
});

/** What a schedule shows to be wrong. */
function wrong({ broken, schedule, ends }: Played, { ends: expected, mayTimeOut = false }: RuleCase): string[] {
  return [
    ...broken,
    ...(ends.join() === expected.join() ? [] : [`the orders end ${ends.join()}`]),
    ...(mayTimeOut || !schedule.some((label) => label.endsWith('times out')) ? [] : ['the saga had to wait for a time-out']),
  ];
}

const cases = [
  ...Object.entries(ruleCases),
  ['provider', providerCases] as const,
  ['answer', answerCases] as const,
  ['delivery', deliveryCases] as const,
  ['carrier', carrierCases] as const,
].flatMap(([rule, list]) => list.map((one) => ({ rule, ...one })));

describe('the rules of the saga', () => {
  it.each(cases)('$rule: $title', async (ruleCase) => {
    const played = await play(system, ruleCase);
    expect(wrong(played, ruleCase), played.schedule.join('\n')).toEqual([]);
  });

  it.each(cases)('$rule: would be caught if $worse.title', async (ruleCase) => {
    const { decisions = {}, machine: edit, without = [] } = ruleCase.worse;
    worsen(decisions);
    edit?.(machine);
    const played = await play(system, { ...ruleCase, without });
    expect(wrong(played, ruleCase), played.schedule.join('\n')).not.toEqual([]);
  });

  it('are those of the model, each covered here or with a reason why not', () => {
    expect([...Object.keys(ruleCases), ...Object.keys(otherRules)].sort()).toEqual(
      [
        'undoKeyed',
        'consumersUndo',
        'tombstones',
        'decideFirst',
        'undoWhole',
        'storeFirst',
        'resendAnswer',
        'rebindToken',
        'timeoutAsks',
        'paymentDecides',
        'cancelAtProvider',
        'strayRefund',
        'expiryAsks',
        'shipmentDecides',
        'deadline',
        'refundOwnJob',
        'adjustGuard',
        'storeRejection',
        'deliveredImpliesShipped',
        'outageWaits',
      ].sort(),
    );
  });
});

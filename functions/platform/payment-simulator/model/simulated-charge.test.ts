import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AskedCharge,
  cancelCharge,
  decideCharge,
  reportsOf,
  requestCharge,
  type SimulatedCharge,
} from './simulated-charge.ts';

const asked = (source: string, attempt = 1): AskedCharge => ({
  ...{ key: `order:${attempt}`, chargeId: 'ch_1', source, callbackUrl: 'http://callback' },
  amount: { amountMinor: 1250, currency: 'EUR' },
  reference: { organizationId: 'organization', orderId: 'order', attempt },
  trace: { correlationId: 'correlation-1', traceparent: '' },
});
const requested = (source: string, attempt = 1): SimulatedCharge => ({
  ...asked(source, attempt),
  status: 'requested',
  refunds: 0,
});
const charged: SimulatedCharge = { ...asked('tok_ok'), status: 'charged', refunds: 0 };

describe('requestCharge', () => {
  it('accepts a charge once, whatever became of it since', () => {
    expect(requestCharge(asked('tok_ok'), undefined)).toEqual({ outcome: 'accepted', charge: requested('tok_ok') });
    expect(requestCharge({ ...asked('tok_ok'), chargeId: 'ch_2' }, charged)).toEqual({ outcome: 'accepted', charge: charged });
  });

  it.each([cancelCharge('order:1', undefined), cancelCharge('order:1', requested('tok_ok')), cancelCharge('order:1', charged)])(
    'refuses a key that was cancelled and is $status',
    (stored) => {
      expect(requestCharge(asked('tok_ok'), stored)).toEqual({ outcome: 'voided' });
    },
  );

  it('refuses other money under the same key, and a card it does not know', () => {
    const more = { ...asked('tok_ok'), amount: { amountMinor: 1251, currency: 'EUR' } };
    expect(requestCharge(more, charged)).toEqual({ outcome: 'idempotency_key_reused' });
    expect(requestCharge(asked('tok_stolen'), undefined)).toEqual({ outcome: 'unknown_source' });
    expect(requestCharge(asked('tok_unavailable'), undefined)).toEqual({ outcome: 'unavailable' });
  });
});

describe('decideCharge', () => {
  it.each([
    ['tok_ok', 1, 'charged', ['charge.completed']],
    ['tok_declined', 1, 'declined', ['charge.failed']],
    ['tok_fails_twice', 1, 'declined', ['charge.failed']],
    ['tok_fails_twice', 2, 'declined', ['charge.failed']],
    ['tok_fails_twice', 3, 'charged', ['charge.completed']],
    ['tok_always_fails', 3, 'declined', ['charge.failed']],
    ['tok_silent', 1, 'charged', []],
    ['tok_twice', 1, 'charged', ['charge.completed', 'charge.completed']],
  ])('%s at attempt %i: %s, reported as %j', (source, attempt, status, types) => {
    const decided = decideCharge(requested(source, attempt));
    expect(decided.status).toBe(status);
    expect(reportsOf(decided).map(({ type }) => type)).toEqual(types);
  });

  it.each([
    ['tok_declined', false],
    ['tok_fails_twice', true],
    ['tok_always_fails', true],
  ])('says whether another attempt of %s may go through: %s', (source, retryable) => {
    expect(reportsOf(decideCharge(requested(source)))).toMatchObject([{ type: 'charge.failed', retryable }]);
  });

  it('reports twice as one event', () => {
    const [first, second] = reportsOf(decideCharge(requested('tok_twice')));
    expect(second).toEqual(first);
  });

  it('leaves what is decided or cancelled, and reports nothing about the latter', () => {
    const refunded = cancelCharge('order:1', charged);
    for (const charge of [charged, refunded, cancelCharge('order:1', undefined)]) expect(decideCharge(charge)).toBe(charge);
    expect(reportsOf(refunded)).toEqual([]);
  });
});

describe('a charge under any order of calls', () => {
  it('moves money at most once each way, and none after it was cancelled', () => {
    const calls = fc.array(fc.constantFrom('request', 'decide', 'cancel'), { maxLength: 12 });
    fc.assert(
      fc.property(calls, fc.constantFrom('tok_ok', 'tok_declined', 'tok_silent'), (schedule, source) => {
        let stored: SimulatedCharge | undefined;
        let isCancelled = false;
        for (const call of schedule) {
          const before: SimulatedCharge | undefined = stored;
          if (call === 'request') {
            const requesting = requestCharge(asked(source), stored);
            if (requesting.outcome === 'accepted') stored = requesting.charge;
          }
          if (call === 'decide') stored = stored && decideCharge(stored);
          if (call === 'cancel') {
            stored = cancelCharge('order:1', stored);
            isCancelled = true;
          }
          if (isCancelled) expect(['voided', 'refunded', 'declined']).toContain(stored?.status);
          if (before?.status === 'refunded' || before?.status === 'voided') expect(stored).toEqual(before);
          expect(stored?.refunds ?? 0).toBe(stored?.status === 'refunded' ? 1 : 0);
        }
      }),
    );
  });
});

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { findStripeMock, startStripeMock } from '../../../../tests/kit/stripe-mock.ts';
import type { PaymentProvider } from '../../model/provider.ts';
import { stripeProvider } from './stripe-provider.ts';

const trace = { correlationId: 'correlation-1', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` };
const reference = { organizationId: 'organization', orderId: 'order', attempt: 1 };
const made = { key: 'order:1', reference, chargeId: 'pi_1' };
const money = { amountMinor: 1250, currency: 'EUR' };

// stripe-mock checks every route and parameter against Stripe's own description, and answers with fixed samples.
const found = await findStripeMock();
let running: Awaited<ReturnType<typeof startStripeMock>> | undefined;
let provider: PaymentProvider | undefined;

beforeAll(async () => {
  if ('missing' in found) return;
  running = await startStripeMock(found.program);
  const address = { host: '127.0.0.1', port: running.port, protocol: 'http' as const };
  provider = stripeProvider({ apiKey: async () => 'sk_test_123', timeoutMs: 10_000, address });
});
afterAll(() => running?.stop());
beforeEach(({ skip }) => {
  if ('missing' in found) skip(found.missing);
});

it('Stripe takes our charges', async () => {
  const ids: string[] = [];
  const opened = async (id: string) => ids.push(id) > 0;
  const charge = { key: 'order:1', amount: money, source: 'pm_card_visa', callbackUrl: 'unused', reference, opened };
  expect(await provider?.charge(charge, trace)).toEqual({ outcome: 'requested' });
  expect(ids).toEqual([expect.stringMatching(/^pi_/)]);
  expect(await provider?.charge({ ...charge, chargeId: 'pi_1' }, trace)).toEqual({ outcome: 'requested' });
});

it('Stripe takes our cancellations', async () => {
  expect(await provider?.cancel(made, trace)).toEqual({ outcome: 'voided' });
});

it('Stripe takes our refunds', async () => {
  expect(await provider?.refund(made, trace)).toMatchObject({ outcome: 'refunded' });
});

it('Stripe takes our questions about payment methods', async () => {
  expect(await provider?.validate('pm_card_visa', trace)).toMatchObject({ outcome: expect.stringMatching(/^(in)?valid$/) });
});

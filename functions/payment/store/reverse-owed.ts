import type { Cause } from '../../shared/cause.ts';
import { PermanentFault } from '../../shared/faults.ts';
import { contradictions, owedReversals, type Reversal, recordReversals } from '../model/reversal.ts';
import { changePayment, findPayment } from './payment-table.ts';
import { paymentProvider } from './provider-client.ts';

/** All tries at the provider for one charge: three of them fit into the consumer's 30 s. */
const providerWithinMs = 8_000;

/**
 * Cancels at the provider each charge that the payment owes back, then records what that came to. Repeated it changes nothing:
 * the provider refunds a key once, and the payment tells each refund once. Answers how many charges were reversed.
 * @throws {ProviderUnavailableError} when the provider did not answer: what is owed stays marked
 * @throws {PermanentFault} when the provider refuses, or says that it never took what it reported as taken; it stays marked too
 */
export async function reverseOwed(orderId: string, cause: Cause): Promise<number> {
  const stored = await findPayment(cause.organizationId, orderId);
  const provider = paymentProvider(providerWithinMs);
  const reversals: Reversal[] = [];
  const refusals: string[] = [];
  // One by one: a payment has three attempts at most, and one that is refused must not hold up the others.
  for (const { n, key } of owedReversals(stored?.payment)) {
    const cancelling = await provider.cancel(key, cause);
    if (cancelling.outcome === 'refused') refusals.push(`${key}: ${cancelling.reason}`);
    else reversals.push({ n, outcome: cancelling.outcome });
  }
  const at = new Date().toISOString();
  const contradicted = await changePayment(orderId, cause, (now) => ({
    result: contradictions(reversals, now),
    change: recordReversals(reversals, at, now),
  }));
  const complaints = [...refusals, ...contradicted.map(({ key }) => `${key}: reported as charged, now called void`)];
  if (complaints.length > 0) throw new PermanentFault(`the provider gives nothing back for ${complaints.join(', ')}`);
  return reversals.length;
}

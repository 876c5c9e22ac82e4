import { setTimeout } from 'node:timers/promises';
import { signatureHeader, signBody } from '../../shared/body-signature.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { log } from '../../shared/log.ts';
import { readSecret } from '../../shared/secret.ts';
import { type AskedCharge, type ChargeReport, decideCharge, reportsOf, type SimulatedCharge } from './model/simulated-charge.ts';
import { changeCharge } from './store/charge-table.ts';

/** Long enough that the shop has its answer first; short, since every order waits for it. */
const decisionDelayMs = 5;
const deliveryTries = 3;
const deliveryTimeoutMs = 10_000;

/** Decides a requested charge after a moment, as a provider does, and reports it to the shop as often as the card has it. */
export const handler = async ({ key }: { key: string }): Promise<void> => {
  await setTimeout(decisionDelayMs);
  const charge = await changeCharge<SimulatedCharge | undefined>(key, (stored) => {
    const decided = stored && decideCharge(stored);
    return { result: decided, ...(decided && { charge: decided }) };
  });
  if (charge === undefined || charge.status === 'voided') {
    log.info('charge cancelled before it was decided', { key });
    return;
  }
  const reports = reportsOf(charge);
  for (const report of reports) await deliver(charge, report);
  const { status, trace } = charge;
  log.info('charge decided', { key, status, reports: reports.length, ...trace });
};

/** @throws {Error} when the shop took the report at none of the tries; the Lambda is then invoked again */
async function deliver(charge: AskedCharge, report: ChargeReport): Promise<void> {
  for (let tries = 1; ; tries++) {
    const fault = await post(charge, JSON.stringify(report));
    if (fault === undefined) return;
    if (tries === deliveryTries) throw new Error(`${charge.callbackUrl} did not take the report of ${charge.key}: ${fault}`);
    await setTimeout(1000 * 2 ** (tries - 1) * (0.5 + Math.random()));
  }
}

/** What went wrong, or undefined when the shop said 2xx. */
async function post({ callbackUrl, trace }: AskedCharge, body: string): Promise<string | undefined> {
  const secret = await readSecret(environment('PAYMENT_PROVIDER_SECRET_ARN'));
  const headers = {
    'Content-Type': 'application/json',
    'X-Correlation-Id': trace.correlationId,
    traceparent: trace.traceparent,
    [signatureHeader]: signBody(body, secret, Date.now()),
  };
  const signal = AbortSignal.timeout(deliveryTimeoutMs);
  try {
    const response = await fetch(callbackUrl, { method: 'POST', headers, body, redirect: 'error', signal });
    await response.arrayBuffer();
    return response.ok ? undefined : `status ${response.status}`;
  } catch (thrown) {
    return causeText(thrown);
  }
}

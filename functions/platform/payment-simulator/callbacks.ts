import { setTimeout } from 'node:timers/promises';
import { readAhead } from '../../shared/aws/read-ahead.ts';
import { causeText } from '../../shared/faults.ts';
import { signatureHeader, signBody } from '../../shared/input/body-signature.ts';
import { log } from '../../shared/log.ts';
import type { Trace } from '../../shared/trace.ts';
import {
  type AskedCharge,
  type ChargeReport,
  decideCharge,
  reportsOf,
  type SimulatedCharge,
  secondCharge,
} from './model/simulated-charge.ts';
import { changeCharge } from './store/charge-table.ts';
import { sharedSecret } from './store/shared-secret.ts';

await readAhead({ 'shared secret': sharedSecret });

/** Long enough for the shop to get its answer first, and short, since every order waits for it. */
const decisionDelayMs = 5;
/** All tries of a report: the only retries, since the platform does not repeat the call. */
const deliveryTries = 3;
const deliveryTimeoutMs = 10_000;

/** Decides a requested charge after a moment, as a provider does, and reports it to the shop as often as its card says. */
export const handler = async ({ key, ...trace }: { key: string } & Trace): Promise<void> => {
  await setTimeout(decisionDelayMs);
  const charge = await changeCharge<SimulatedCharge | undefined>(key, trace, (stored) => {
    const decided = stored && decideCharge(stored);
    return { result: decided, ...(decided && { charge: decided }) };
  });
  if (charge === undefined || charge.status === 'voided') {
    log.info('charge cancelled before it was decided', { key, ...trace });
    return;
  }
  const second = await chargeAgain(charge, trace);
  const reports = [...reportsOf(charge), ...(second === undefined ? [] : reportsOf(second))];
  for (const report of reports) await deliver(charge, report);
  log.info('charge decided', { key, status: charge.status, reports: reports.length, ...trace });
};

async function chargeAgain(charge: SimulatedCharge, trace: Trace): Promise<SimulatedCharge | undefined> {
  const second = secondCharge(charge);
  if (second === undefined) return undefined;
  return changeCharge(second.key, trace, (stored) => ({ result: stored ?? second, charge: stored ?? second }));
}

/** @throws {Error} when the shop did not accept the report at any try */
async function deliver(charge: AskedCharge, report: ChargeReport): Promise<void> {
  for (let tries = 1; ; tries++) {
    const fault = await post(charge, JSON.stringify(report));
    if (fault === undefined) return;
    if (tries === deliveryTries) throw new Error(`${charge.callbackUrl} did not accept the report of ${charge.key}: ${fault}`);
    await setTimeout(1000 * 2 ** (tries - 1) * (0.5 + Math.random()));
  }
}

/** What went wrong; undefined when the shop answered 2xx. */
async function post({ callbackUrl, trace }: AskedCharge, body: string): Promise<string | undefined> {
  const headers = {
    'Content-Type': 'application/json',
    'X-Correlation-Id': trace.correlationId,
    traceparent: trace.traceparent,
    [signatureHeader]: signBody(body, await sharedSecret(), Date.now()),
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

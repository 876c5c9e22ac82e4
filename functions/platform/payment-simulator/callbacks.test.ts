import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyTable } from '../../../tests/kit/empty-table.ts';
import { trace } from '../../../tests/kit/invoke.ts';
import { portOf } from '../../../tests/kit/stub-auth.ts';
import { awsSettings, type StubAws, startStubAws } from '../../../tests/kit/stub-aws.ts';
import { isSignatureOf } from '../../shared/input/body-signature.ts';
import { handler } from './callbacks.ts';
import { cancelCharge, requestCharge } from './model/simulated-charge.ts';
import { changeCharge, findCharge } from './store/charge-table.ts';

emptyTable('simulator', { PAYMENT_PROVIDER_SECRET_ARN: 'arn:secret' });
type Report = { body: Record<string, unknown>; isSigned: boolean; correlationId: unknown };
const reports: Report[] = [];
/** What the shop answers, one status after the other; 200 when there is none. */
const statuses: number[] = [];

const shop = createServer(async (request, response) => {
  const body = await text(request);
  const { 'x-provider-signature': signature, 'x-correlation-id': correlationId } = request.headers;
  reports.push({ body: JSON.parse(body), isSigned: isSignatureOf(body, String(signature), 'secret', Date.now()), correlationId });
  response.writeHead(statuses.shift() ?? 200).end();
});
let aws: StubAws;
beforeAll(async () => {
  aws = await startStubAws({ GetSecretValue: () => ({ SecretString: 'secret' }) });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
});
beforeEach(() => {
  for (const [name, value] of Object.entries(awsSettings(aws))) vi.stubEnv(name, value);
  reports.length = 0;
  statuses.length = 0;
});
afterAll(() => {
  aws.stop();
  shop.close();
  shop.closeAllConnections();
});

const key = 'order:1';
/** Requests a charge of this card and has it decided. */
async function decide(source: string, attempt = 1): Promise<void> {
  const amount = { amountMinor: 1250, currency: 'EUR' };
  const reference = { organizationId: 'organization', orderId: 'order', attempt };
  const callbackUrl = `http://127.0.0.1:${portOf(shop.address())}/webhook`;
  await changeCharge(key, trace, (stored) => {
    const requesting = requestCharge({ key, chargeId: 'ch_1', source, amount, reference, callbackUrl, trace }, stored);
    return { result: undefined, ...(requesting.outcome === 'accepted' && { charge: requesting.charge }) };
  });
  await handler({ key, ...trace });
}

describe('the decision of a simulated charge', () => {
  it('is stored and reported to the shop, signed and with its trace', async () => {
    await decide('tok_ok');
    expect(await findCharge(key)).toMatchObject({ status: 'charged' });
    expect(reports).toMatchObject([{ isSigned: true, correlationId: trace.correlationId, body: { type: 'charge.completed' } }]);
  });

  it.each([
    ['tok_declined', 1, ['charge.failed'], 'declined'],
    ['tok_fails_twice', 3, ['charge.completed'], 'charged'],
    ['tok_silent', 1, [], 'charged'],
    ['tok_twice', 1, ['charge.completed', 'charge.completed'], 'charged'],
  ])('%s, attempt %i, reports %j', async (source, attempt, types, status) => {
    await decide(source, attempt);
    expect(reports.map(({ body }) => body.type)).toEqual(types);
    expect(await findCharge(key)).toMatchObject({ status });
  });

  it('is reported again when the shop did not accept it', async () => {
    statuses.push(503);
    await decide('tok_ok');
    expect(reports).toHaveLength(2);
    expect(reports[1]?.body).toEqual(reports[0]?.body);
  });

  it('is reported three times at most, and fails then', async () => {
    statuses.push(404, 404, 404);
    await expect(decide('tok_ok')).rejects.toThrow('did not accept the report');
    expect(reports).toHaveLength(3);
  });

  it('does not happen to a charge that was cancelled', async () => {
    await changeCharge(key, trace, (stored) => ({ result: undefined, charge: cancelCharge(key, stored) }));
    await handler({ key, ...trace });
    expect(await findCharge(key)).toEqual({ key, status: 'voided', refunds: 0 });
    expect(reports).toEqual([]);
  });
});

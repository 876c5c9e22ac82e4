import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { awsCalls } from '../../shared/aws/aws-calls.ts';
import { readAhead } from '../../shared/aws/read-ahead.ts';
import type { Cause } from '../../shared/cause.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { newId } from '../../shared/ids.ts';
import { signatureHeader } from '../../shared/input/body-signature.ts';
import { log } from '../../shared/log.ts';
import { requestCause } from '../../shared/rest/caller.ts';
import { header } from '../../shared/rest/header.ts';
import type { Trace } from '../../shared/trace.ts';
import { readCancelledKey, readChargeRequest, readRefundedId, readSource } from './model/charge-request.ts';
import { cancelCharge, refundCharge, requestCharge, validityOf } from './model/simulated-charge.ts';
import { changeCharge, findCharge, findKeyOf } from './store/charge-table.ts';
import { isFromShop, requestSecrets } from './store/shared-secret.ts';

await readAhead({ 'shared secret': requestSecrets });

type Reply = { status: number; body: object };
type Request = { body: string; idempotencyKey: string | undefined; trace: Trace };

const statusOf = { voided: 409, idempotency_key_reused: 409, unknown_source: 422, unavailable: 503 } as const;

/** The simulated provider's API: POST /charges, POST /charges/{key}/cancel, POST /refunds, POST /payment-methods/validate, GET /charges/{key}. Every request is signed. */
export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const cause = requestCause(event);
  const { correlationId, traceparent } = cause;
  const { status, body } = await answer(event, cause).catch((thrown: unknown) => {
    log.error('provider failed', { correlationId, cause: causeText(thrown) });
    return { status: 500, body: { error: 'internal' } };
  });
  log.info('provider request', { method: event.httpMethod, path: event.path, status, correlationId, traceparent });
  return { statusCode: status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
};

async function answer(event: APIGatewayProxyEvent, { correlationId, traceparent }: Cause): Promise<Reply> {
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  const signature = header(event.headers, signatureHeader.toLowerCase());
  if (!(await isFromShop({ body, signature, nowMs: Date.now() }))) {
    return { status: 401, body: { error: 'invalid_signature' } };
  }
  if (event.httpMethod === 'POST' && event.path.endsWith('/refunds')) return refundId(body, { correlationId, traceparent });
  if (event.httpMethod === 'POST' && event.path.endsWith('/payment-methods/validate')) return validate(body);
  const [, key, cancel] = /\/charges(?:\/([^/]{1,200})(\/cancel)?)?$/.exec(decodeURIComponent(event.path)) ?? [];
  const route = `${event.httpMethod} ${key === undefined ? '' : 'key'}${cancel ?? ''}`;
  const request = { body, idempotencyKey: header(event.headers, 'idempotency-key'), trace: { correlationId, traceparent } };
  if (route === 'POST ') return charge(request);
  if (route === 'POST key/cancel' && key !== undefined) return cancelKey(key, request);
  if (route === 'GET key' && key !== undefined) return show(key);
  return { status: 404, body: { error: 'no_such_route' } };
}

async function charge({ body, idempotencyKey: key, trace }: Request): Promise<Reply> {
  const asked = readChargeRequest(body);
  if (asked === undefined || key === undefined || key.length > 200) return { status: 400, body: { error: 'malformed' } };
  const chargeId = `ch_${newId(new Date().toISOString())}`;
  const requesting = await changeCharge(key, trace, (stored) => {
    const result = requestCharge({ ...asked, key, chargeId, trace }, stored);
    return { result, ...(result.outcome === 'accepted' && { charge: result.charge }) };
  });
  if (requesting.outcome !== 'accepted') {
    return { status: statusOf[requesting.outcome], body: { error: requesting.outcome } };
  }
  // Repeated before the charge was decided: the call that should decide it may have been lost.
  if (requesting.charge.status === 'requested') await decideLater(key, trace);
  return { status: 202, body: { chargeId: requesting.charge.chargeId, status: requesting.charge.status } };
}

async function cancelKey(key: string, { body, trace }: Request): Promise<Reply> {
  if (readCancelledKey(body) !== key) return { status: 400, body: { error: 'malformed' } };
  const charge = await changeCharge(key, trace, (stored) => {
    const result = cancelCharge(key, stored);
    return { result, charge: result };
  });
  if (charge.status !== 'refunded') return { status: 200, body: { status: 'voided' } };
  return { status: 200, body: { status: 'refunded', chargeId: charge.chargeId } };
}

async function refundId(body: string, trace: Trace): Promise<Reply> {
  const chargeId = readRefundedId(body);
  const key = chargeId && (await findKeyOf(chargeId));
  if (!key) return { status: 404, body: { error: 'unknown_charge' } };
  const refunded = await changeCharge(key, trace, (stored) => {
    const result = refundCharge(stored);
    return { result, ...(result && { charge: result }) };
  });
  return refunded ? { status: 200, body: { status: 'refunded', chargeId } } : { status: 422, body: { error: 'not_charged' } };
}

function validate(body: string): Reply {
  const source = readSource(body);
  if (source === undefined) return { status: 400, body: { error: 'malformed' } };
  const validity = validityOf(source);
  if (validity === 'unavailable') return { status: 503, body: { error: validity } };
  if (validity === 'valid') return { status: 200, body: { status: validity } };
  return { status: 200, body: { status: 'invalid', error: validity } };
}

async function show(key: string): Promise<Reply> {
  const charge = await findCharge(key);
  if (charge === undefined) return { status: 404, body: { error: 'unknown_charge' } };
  const { status, refunds } = charge;
  return { status: 200, body: { key, status, refunds, ...('amount' in charge && { amount: charge.amount }) } };
}

let lambda: LambdaClient | undefined;

async function decideLater(key: string, trace: Trace): Promise<void> {
  lambda ??= new LambdaClient(awsCalls);
  await lambda.send(
    new InvokeCommand({
      FunctionName: environment('CALLBACK_FUNCTION_NAME'),
      InvocationType: 'Event',
      Payload: Buffer.from(JSON.stringify({ key, ...trace })),
    }),
  );
}

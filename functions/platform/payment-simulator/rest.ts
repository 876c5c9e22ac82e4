import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { awsCalls } from '../../shared/aws-calls.ts';
import { isSignatureOf, signatureHeader } from '../../shared/body-signature.ts';
import { environment } from '../../shared/environment.ts';
import { causeText } from '../../shared/faults.ts';
import { newId } from '../../shared/ids.ts';
import { log } from '../../shared/log.ts';
import { requestCause } from '../../shared/rest/caller.ts';
import { readSecret } from '../../shared/secret.ts';
import { readCancelledKey, readChargeRequest } from './model/charge-request.ts';
import { cancelCharge, requestCharge } from './model/simulated-charge.ts';
import { changeCharge, findCharge } from './store/charge-table.ts';

type Reply = { status: number; body: object };
type Request = Pick<APIGatewayProxyEvent, 'headers' | 'requestContext'> & {
  body: string;
  header(name: string): string | undefined;
};

const statusOf = { voided: 409, idempotency_key_reused: 409, unknown_source: 422, unavailable: 503 } as const;

/** The simulated provider's API: POST /charges, POST /charges/{key}/cancel, GET /charges/{key}, every request signed. */
export const handler = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
  const cause = requestCause(event);
  const { status, body } = await answer(event).catch((thrown: unknown) => {
    log.error('provider failed', { correlationId: cause.correlationId, cause: causeText(thrown) });
    return { status: 500, body: { error: 'internal' } };
  });
  const { httpMethod: method, path } = event;
  log.info('provider request', { method, path, status, correlationId: cause.correlationId, traceparent: cause.traceparent });
  return { statusCode: status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
};

async function answer(event: APIGatewayProxyEvent): Promise<Reply> {
  const header = (name: string) => Object.entries(event.headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  const secret = await readSecret(environment('PAYMENT_PROVIDER_SECRET_ARN'));
  if (!isSignatureOf(body, header(signatureHeader.toLowerCase()), secret, Date.now())) {
    return { status: 401, body: { error: 'invalid_signature' } };
  }
  const [, key, cancel] = /\/charges(?:\/([^/]{1,200})(\/cancel)?)?$/.exec(decodeURIComponent(event.path)) ?? [];
  const route = `${event.httpMethod} ${key === undefined ? '' : 'key'}${cancel ?? ''}`;
  const request = { headers: event.headers, requestContext: event.requestContext, body, header };
  if (route === 'POST ') return charge(request);
  if (route === 'POST key/cancel' && key !== undefined) return cancelKey(key, request);
  if (route === 'GET key' && key !== undefined) return show(key);
  return { status: 404, body: { error: 'no_such_route' } };
}

async function charge(request: Request): Promise<Reply> {
  const asked = readChargeRequest(request.body);
  const key = request.header('idempotency-key');
  if (asked === undefined || key === undefined || key.length > 200) return { status: 400, body: { error: 'malformed' } };
  const { correlationId, traceparent } = requestCause(request);
  const chargeId = `ch_${newId(new Date().toISOString())}`;
  const requesting = await changeCharge(key, (stored) => {
    const result = requestCharge({ ...asked, key, chargeId, trace: { correlationId, traceparent } }, stored);
    return { result, ...(result.outcome === 'accepted' && { charge: result.charge }) };
  });
  if (requesting.outcome !== 'accepted') {
    return { status: statusOf[requesting.outcome], body: { error: requesting.outcome } };
  }
  // Asked again before it was decided: whoever was to decide it may never have been called.
  if (requesting.charge.status === 'requested') await callLater(key);
  return { status: 202, body: { chargeId: requesting.charge.chargeId, status: requesting.charge.status } };
}

async function cancelKey(key: string, { body }: Request): Promise<Reply> {
  if (readCancelledKey(body) !== key) return { status: 400, body: { error: 'malformed' } };
  const { status } = await changeCharge(key, (stored) => {
    const result = cancelCharge(key, stored);
    return { result, charge: result };
  });
  return { status: 200, body: { status: status === 'refunded' ? 'refunded' : 'voided' } };
}

async function show(key: string): Promise<Reply> {
  const charge = await findCharge(key);
  if (charge === undefined) return { status: 404, body: { error: 'unknown_charge' } };
  const { status, refunds } = charge;
  return { status: 200, body: { key, status, refunds, ...('amount' in charge && { amount: charge.amount }) } };
}

let lambda: LambdaClient | undefined;

async function callLater(key: string): Promise<void> {
  lambda ??= new LambdaClient(awsCalls);
  await lambda.send(
    new InvokeCommand({
      FunctionName: environment('CALLBACK_FUNCTION_NAME'),
      InvocationType: 'Event',
      Payload: Buffer.from(JSON.stringify({ key })),
    }),
  );
}

import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Operations } from '../../generated/rest/operations.ts';
import { awsCallsTriedOnce } from './aws/aws-calls.ts';
import type { Caller } from './caller.ts';
import type { Cause } from './cause.ts';
import { objectOf } from './input/json-object.ts';
import { authorizerContext } from './rest/caller.ts';

type RouteKey = keyof Operations;

/** On whose behalf, and within which trace, another domain's route is called. */
export type OnBehalf = { caller: Caller; cause: Cause; receivedAt: string };
/** What a route is asked. Query values are sent as text. */
export type ApiRequest<Key extends RouteKey> = {
  params?: Operations[Key]['params'];
  query?: Partial<Operations[Key]['query']>;
  body?: Operations[Key]['body'];
};
export type ApiReply<Key extends RouteKey> =
  | { outcome: 'answered'; body: Operations[Key]['answers'][200 & keyof Operations[Key]['answers']] }
  /** The route refused it, such as 404 for what does not exist or the caller may not see. */
  | { outcome: 'refused'; status: number };

let client: LambdaClient | undefined;

/**
 * Calls a route of another domain within AWS: its API Lambda is invoked as the gateway does, with the caller as the authorizer found
 * them, so the same rights apply and the same code decides. Only functions that are granted it may invoke an API Lambda. It is tried
 * once. @throws when there is no answer in time, or the route has a fault
 */
export async function callApi<Key extends RouteKey>(
  functionName: string,
  key: Key,
  request: ApiRequest<Key>,
  { caller, cause, receivedAt }: OnBehalf,
  timeoutMs: number,
): Promise<ApiReply<Key>> {
  const [httpMethod, path] = key.split(' ');
  const event = {
    httpMethod,
    resource: `/api/v1${path}`,
    pathParameters: request.params ?? null,
    queryStringParameters: textsOf(request.query ?? {}),
    headers: {
      'X-Correlation-Id': cause.correlationId,
      traceparent: cause.traceparent,
      ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
    },
    body: request.body === undefined ? null : JSON.stringify(request.body),
    isBase64Encoded: false,
    requestContext: {
      authorizer: authorizerContext(caller),
      requestId: cause.causationId,
      requestTimeEpoch: Date.parse(receivedAt),
    },
  };
  client ??= new LambdaClient(awsCallsTriedOnce);
  const call = new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(JSON.stringify(event)) });
  const { FunctionError, Payload } = await client.send(call, { abortSignal: AbortSignal.timeout(timeoutMs) });
  if (FunctionError !== undefined || Payload === undefined) throw new Error(`${key} ended with ${FunctionError}`);
  const { statusCode, body } = responseIn(key, Payload);
  if (statusCode >= 500) throw new Error(`${key} answered ${statusCode}`);
  if (statusCode !== 200) return { outcome: 'refused', status: statusCode };
  // The contract made the types of both sides.
  return { outcome: 'answered', body: JSON.parse(body) };
}

function responseIn(key: string, payload: Uint8Array): { statusCode: number; body: string } {
  const { statusCode, body } = objectOf(JSON.parse(Buffer.from(payload).toString())) ?? {};
  if (typeof statusCode !== 'number' || typeof body !== 'string') throw new Error(`${key} did not answer as a route`);
  return { statusCode, body };
}

const textsOf = (query: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));

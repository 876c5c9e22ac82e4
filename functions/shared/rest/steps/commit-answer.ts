import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { type Commit, decideAndCommit } from '../../store/commit.ts';
import { commitsOf, hasEffects } from '../../store/commits.ts';
import { findRecord, type IdempotentOperation } from '../../store/idempotency.ts';
import type { Effects } from '../../store/write.ts';
import { type Answer, type RouteKey, refuse } from '../answer.ts';
import { bodyText, responseOf } from '../response.ts';
import { type RestCall, type RestContext, required } from '../rest-call.ts';
import type { Route, RouteOutcome, RouteRequest } from '../route.ts';
import { replay } from './replay-response.ts';

/**
 * The innermost step: runs the route and commits what it returns together with the events and, under an Idempotency-Key, the
 * response. Only successes are stored, so that a request refused today may be sent again under the same key.
 */
export async function commitAnswer(_: APIGatewayProxyEvent, { call }: RestContext): Promise<APIGatewayProxyResult> {
  const { route } = required(call.matched, 'matchRoute');
  const { result, outcome } = await decideAndCommit(() => decide(route, call));
  const answer = outcome === 'answered-before' || outcome === 'in-flight' ? await replayFirst(call) : result;
  return responseOf(answer, call.cause.correlationId);
}

async function decide(route: Route, call: RestCall): Promise<{ result: Answer; commit?: Commit }> {
  const outcome = await route.run(requestOf(call), commitsOf(call.cause));
  const { answer, ...effects } = split(outcome);
  if (answer.status >= 400) return { result: answer };
  const record = call.idempotent && { ...call.idempotent, response: storedResponse(answer) };
  if (record === undefined && !hasEffects(effects)) return { result: answer };
  return { result: answer, commit: { ...effects, cause: { ...call.cause, ...effects.cause }, ...(record && { record }) } };
}

const split = (outcome: RouteOutcome<RouteKey>): { answer: Answer } & Effects =>
  'answer' in outcome ? outcome : { answer: outcome };

const storedResponse = ({ status, headers = {}, body }: Answer) => ({ status, headers, body: bodyText(body) });

/** The validators checked these shapes; the contract they come from also made the types. */
const requestOf = ({ cause, caller, input }: RestCall): RouteRequest<RouteKey> =>
  ({ ...required(input, 'readInput'), caller, cause }) as unknown as RouteRequest<RouteKey>;

/** Another request with this key was first: it has stored its response by now, or it is still running. */
async function replayFirst(call: RestCall): Promise<Answer> {
  const { recordKey, operationHash }: IdempotentOperation = required(call.idempotent, 'replayResponse');
  const record = await findRecord(recordKey, Date.parse(required(call.input, 'readInput').receivedAt));
  if (record !== undefined) replay(record, operationHash);
  return refuse('request-in-flight', {
    detail: 'a request with this Idempotency-Key is still running: send this one again to get its answer',
  });
}

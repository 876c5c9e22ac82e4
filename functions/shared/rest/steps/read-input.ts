import type { APIGatewayProxyEvent } from 'aws-lambda';
import { inputErrors } from '../../input/input-errors.ts';
import { composed, textErrors } from '../../input/text.ts';
import { type InputError, refuse } from '../answer.ts';
import { requestHeaders } from '../header.ts';
import { parseBody } from '../request-body.ts';
import { type Operation, type RestInput, type RestStep, required } from '../rest-call.ts';

/**
 * Reads and validates path, query and body against the contract: 400, 404, 413, 415 or 422. The texts of the body are composed before
 * they are measured.
 */
export const readInput = (): RestStep => ({
  before: ({ event, context: { call } }) => {
    const { operation } = required(call.matched, 'matchRoute');
    const headers = requestHeaders(event);
    const { body: sent, rawBody } = parseBody(event, headers, operation.validateBody !== undefined);
    const body = composed(sent);
    const params = { ...event.pathParameters };
    const query = { ...event.queryStringParameters };
    if (!operation.validateParams(params)) refuse('not-found');
    invalid('query parameters are not valid', [...textErrors(query), ...errorsOf(operation.validateQuery, query)]);
    if (operation.validateBody !== undefined) {
      invalid('the body is not valid', [...textErrors(body), ...errorsOf(operation.validateBody, body)]);
    }
    const sourceAddress = event.requestContext.identity?.sourceIp ?? '';
    call.input = { params, query, body, rawBody, headers, sourceAddress, receivedAt: receivedAt(event) } satisfies RestInput;
  },
});

const errorsOf = (validate: NonNullable<Operation['validateBody']>, data: unknown): InputError[] =>
  validate(data) ? [] : inputErrors(validate.errors);

function invalid(detail: string, errors: readonly InputError[]): void {
  if (errors.length > 0) refuse('invalid-input', { detail, errors });
}

/** When the gateway received the request; an emulator that does not say means now. */
const receivedAt = ({ requestContext }: APIGatewayProxyEvent) =>
  new Date(requestContext.requestTimeEpoch > 0 ? requestContext.requestTimeEpoch : Date.now()).toISOString();

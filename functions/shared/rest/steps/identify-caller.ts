import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Caller } from '../../caller.ts';
import { refuse } from '../answer.ts';
import { callerOf } from '../caller.ts';
import { type RestStep, required } from '../rest-call.ts';

/** Finds who calls; undefined when the caller proved nothing. A throw means that it could not be found out. */
export type Authenticate = (event: APIGatewayProxyEvent) => Caller | undefined | Promise<Caller | undefined>;

/** Who calls is what the authorizer says. A Lambda without one in front of it passes an `authenticate` of its own. */
export const identifyCaller = (authenticate: Authenticate): RestStep => ({
  before: async ({ event, context: { call } }) => {
    const { secured } = required(call.matched, 'matchRoute').operation;
    call.caller = secured ? await authenticate(event) : callerOf(event);
    if (secured && call.caller === undefined) refuse('not-signed-in');
  },
});

/** Refuses callers who lack the permission that the contract demands. */
export const checkPermission = (): RestStep => ({
  before: ({ context: { call } }) => {
    const { permission } = required(call.matched, 'matchRoute').operation;
    if (permission !== undefined && !call.caller?.permissions.has(permission)) {
      refuse('not-allowed', { detail: `this takes the permission ${permission}` });
    }
  },
});

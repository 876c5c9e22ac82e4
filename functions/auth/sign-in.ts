import { authSignInOperations } from '../../generated/rest/auth-sign-in.ts';
import { readAhead } from '../shared/aws/read-ahead.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { logIn } from './rest/sessions/log-in.ts';
import { refresh } from './rest/sessions/refresh.ts';
import { signingKey } from './store/access-token.ts';

await readAhead({ 'signing key': () => signingKey(new Date().toISOString()) });

/** A Lambda of its own, since only these two routes may sign. */
export const handler = restHandler(authSignInOperations, { logIn, refresh });

import cors from '@middy/http-cors';
import security from '@middy/http-security-headers';
import { environment } from '../../environment.ts';

/** What a shop front end in a browser may read of a response besides its body. */
const exposeHeaders = 'Allow, ETag, Idempotency-Replayed, Location, Retry-After, X-Correlation-Id';
const requestHeaders = 'Authorization, Content-Type, Idempotency-Key, If-Match, X-Api-Key, X-Correlation-Id, traceparent';
const tenMinutesSeconds = 600;

/**
 * Lets the browsers of the stage's shop fronts read responses. No cookies are involved, so no credentials are allowed. The answer
 * to a preflight request adds the methods. The middleware's own answer to one is off: it would skip the steps outside this one.
 */
export const corsHeaders = () =>
  cors({
    disableBeforePreflightResponse: true,
    getOrigin: (origin: string) => allowedOrigin(origin, environment('ALLOWED_ORIGINS')),
    headers: requestHeaders,
    exposeHeaders,
    maxAge: tenMinutesSeconds,
    vary: 'Origin',
  });

/** `allowed` is `*` or origins separated by spaces. Empty when the browser must not read the response. */
export function allowedOrigin(origin: string | undefined, allowed: string): string {
  if (allowed === '*') return '*';
  return origin !== undefined && allowed.split(' ').includes(origin) ? origin : '';
}

/** Nothing of the API is a page, so only what protects data is sent. */
export const securityHeaders = () =>
  security({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    crossOriginResourcePolicy: false,
    dnsPrefetchControl: false,
    downloadOptions: false,
    frameOptions: false,
    originAgentCluster: false,
    permissionsPolicy: false,
    permittedCrossDomainPolicies: false,
    reportingEndpoints: false,
    reportTo: false,
    contentTypeOptions: { action: 'nosniff' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 365 * 24 * 3600, includeSubDomains: true, preload: false },
  });

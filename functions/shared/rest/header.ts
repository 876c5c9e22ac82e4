import type { APIGatewayProxyEvent } from 'aws-lambda';
import { refuse } from './answer.ts';

type Headers = Readonly<Record<string, string | undefined>> | null;

/** The headers by name in lower case: HTTP/2 clients send them so, and the gateway passes on what it got. */
export const lowerCased = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  );

/**
 * The headers of a request. One that was sent several times is one list (RFC 9110, 5.3): the gateway's `headers` hold only the last, so a
 * second signature, say, would go unseen.
 */
export function requestHeaders({ headers, multiValueHeaders }: Pick<APIGatewayProxyEvent, 'headers' | 'multiValueHeaders'>) {
  const repeated = Object.entries(multiValueHeaders ?? {}).flatMap(([name, values = []]) =>
    values.length > 1 ? [[name.toLowerCase(), values.join(', ')] as const] : [],
  );
  return { ...lowerCased(headers), ...Object.fromEntries(repeated) };
}

/** One header, whatever the case its name was sent in. */
export const header = (headers: Headers, name: string): string | undefined => lowerCased(headers)[name];

/** The token of `Authorization: Bearer …` (RFC 6750, 2.1); undefined when there is none or the header says anything else. */
export const bearerToken = (headers: Headers): string | undefined =>
  /^bearer +([\w.~+/-]+=*)$/i.exec(header(headers, 'authorization')?.trim() ?? '')?.[1];

/** The token of a request that is nothing without one. @throws {EarlyAnswer} 401 when there is none */
export const requiredToken = (headers: Headers): string =>
  bearerToken(headers) ?? refuse('not-signed-in', { detail: 'send an access token as Authorization: Bearer …' });

import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { jsonObject } from '../input/json-object.ts';
import { truncated } from '../input/text.ts';
import type { Trace } from '../trace.ts';
import type { LocalValidation, TokenVerification } from './auth-answer.ts';

/** An answer has a few hundred bytes; the longest list of permissions and shops fits into 64 KiB. */
const maxAnswerBytes = 64 * 1024;

/**
 * The REST twins of Auth's methods: a Lambda that answers the same questions without the gRPC service. A question is asked once,
 * within `timeoutMs`. They throw {TwinFaultError} on any status but 200: that says how the call went, not what anybody may do.
 */
export type AuthTwin = {
  verifyToken(token: string, trace: Trace, timeoutMs: number): Promise<TokenVerification>;
  /** The token identifies the user and their organization. */
  validateLocal(question: { token: string; localId: string }, trace: Trace, timeoutMs: number): Promise<LocalValidation>;
};

/** The twins under `baseUrl`, such as `https://…/api/v1`. */
export function authTwin(baseUrl: string): AuthTwin {
  return {
    async verifyToken(token, trace, timeoutMs) {
      const { isValid, userId, organizationId, permissions, locals, errorMessage } = await ask(`${baseUrl}/auth/verify`, {
        token,
        trace,
        timeoutMs,
      });
      if (isValid === false) return { isValid: false, reason: reasonOf(errorMessage) };
      if (isValid !== true || !isText(userId) || !isText(organizationId) || !isTexts(permissions) || !isTexts(locals)) {
        throw new TwinFaultError('the answer has another shape');
      }
      return { isValid: true, userId, organizationId, permissions, localIds: locals };
    },
    async validateLocal({ token, localId }, trace, timeoutMs) {
      const url = `${baseUrl}/locals/${encodeURIComponent(localId)}/validate`;
      const { isValid, localName, errorMessage } = await ask(url, { token, trace, timeoutMs });
      if (isValid === false) return { isValid: false, reason: reasonOf(errorMessage) };
      if (isValid !== true || !isText(localName)) throw new TwinFaultError('the answer has another shape');
      return { isValid: true, localName };
    },
  };
}

/** A twin gave no answer, or one of another shape. */
export class TwinFaultError extends Error {
  override readonly name = 'TwinFaultError';
}

type Question = { token: string; trace: Trace; timeoutMs: number };

/** Asks on a new connection: a kept one may have died while the Lambda was frozen, and there is no second try. */
function ask(url: string, { token, trace, timeoutMs }: Question): Promise<Record<string, unknown>> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  const headers = {
    Authorization: `Bearer ${token}`,
    Accept: 'application/json',
    'X-Correlation-Id': trace.correlationId,
    traceparent: trace.traceparent,
  };
  return new Promise((resolve, reject) => {
    const fail = (thrown: Error) => reject(new TwinFaultError(`${thrown.name}: ${thrown.message}`, { cause: thrown }));
    const sent = send(url, { agent: false, headers, signal: AbortSignal.timeout(Math.ceil(timeoutMs)) }, (response) => {
      if (response.statusCode !== 200) {
        sent.destroy();
        reject(new TwinFaultError(`status ${response.statusCode}`));
        return;
      }
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > maxAnswerBytes) sent.destroy(new Error(`more than ${maxAnswerBytes} bytes`));
      });
      response.on('error', fail);
      response.on('end', () => resolve(jsonObject(text) ?? {}));
    });
    sent.on('error', fail);
    sent.end();
  });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');
const reasonOf = (message: unknown) => (isText(message) ? truncated(message, 200) : 'refused');

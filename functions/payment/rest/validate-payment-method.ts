import { adapter } from '#payment-provider';
import { log } from '../../shared/log.ts';
import { ok, problem } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';

const retryAfterSeconds = '5';

/** Asks the provider whether it could charge a token. Nothing is charged or stored, and an outage never looks like a bad card. */
export const validatePaymentMethod = route('POST /payments/methods/validate', async ({ body, cause }) => {
  const validation = await adapter.paymentProvider().validate(body.token, cause);
  switch (validation.outcome) {
    case 'valid':
      return ok({ isValid: true } as const);
    case 'invalid':
      return ok({ isValid: false, reason: validation.reason } as const);
    case 'unavailable':
      log.warn('payment provider is out', { correlationId: cause.correlationId, cause: validation.reason });
      return problem('dependency-unavailable', {
        detail: 'the payment provider does not answer: try again',
        headers: { 'Retry-After': retryAfterSeconds },
      });
  }
});

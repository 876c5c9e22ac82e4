import { accepted } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { tooManyRequests } from '../../../shared/rest/too-many-requests.ts';
import { requestLink } from '../../store/link-request.ts';

/** Sends the link that verifies an address again, if somebody has that address. The answer is the same if nobody has. */
export const resendVerification = route('POST /auth/verify-email/resend', async ({ body, ...asked }) => {
  const attempt = await requestLink('verification', body, asked);
  if (attempt.outcome === 'wait') return tooManyRequests(attempt.seconds);
  return { answer: accepted({ requested: true as const }), ...attempt.result };
});

import { accepted } from '../../../shared/rest/answer.ts';
import { route } from '../../../shared/rest/route.ts';
import { tooManyRequests } from '../../../shared/rest/too-many-requests.ts';
import { requestLink } from '../../store/link-request.ts';

/** Sends a link for a new password, if somebody has that address. The answer is the same if nobody has. */
export const forgetPassword = route('POST /auth/password/forgotten', async ({ body, ...asked }) => {
  const attempt = await requestLink('password', body, asked);
  if (attempt.outcome === 'wait') return tooManyRequests(attempt.seconds);
  return { answer: accepted({ requested: true as const }), ...attempt.result };
});

import { ok } from '../../shared/rest/answer.ts';
import { route } from '../../shared/rest/route.ts';
import { readPushKeys } from '../store/channels/push-keys.ts';

/** Browsers subscribe to push messages with it. */
export const getPushKey = route('GET /notifications/push-key', async () => {
  const { publicKey } = await readPushKeys();
  return ok({ publicKey });
});

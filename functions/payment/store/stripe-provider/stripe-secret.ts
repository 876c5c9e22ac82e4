import { acceptedSecrets, isVerifiedBySecret } from '../../../shared/aws/secret.ts';
import { environment } from '../../../shared/environment.ts';
import { jsonObject } from '../../../shared/input/json-object.ts';

/** The provider's secret, which is entered by hand as JSON after the stage is deployed. */
type StripeSecret = { apiKey: string; webhookSecret: string };

const secretArn = () => environment('PAYMENT_PROVIDER_SECRET_ARN');

/** The values in use: two while the secret is rotated, the current one first. */
export const stripeSecrets = () => acceptedSecrets(secretArn());

/** The key with which we call Stripe. */
export async function stripeApiKey(): Promise<string> {
  const [current = ''] = await stripeSecrets();
  return secretIn(current).apiKey;
}

/** Whether the signing secret of the webhook, or the one before it, verifies what came in. */
export const isVerifiedByStripe = (verify: (webhookSecret: string) => boolean): Promise<boolean> =>
  isVerifiedBySecret(secretArn(), (text) => verify(secretIn(text).webhookSecret));

/** @throws {Error} when the secret was not entered as described */
function secretIn(text: string): StripeSecret {
  const { apiKey, webhookSecret } = jsonObject(text) ?? {};
  if (typeof apiKey !== 'string' || typeof webhookSecret !== 'string') {
    throw new Error('the secret of the payment provider must be {"apiKey": "sk_…", "webhookSecret": "whsec_…"}');
  }
  return { apiKey, webhookSecret };
}

import { readSecret } from '../../../shared/aws/secret.ts';
import { environment } from '../../../shared/environment.ts';

/** The secret with which shop and provider sign what they send each other. */
export const sharedSecret = () => readSecret(environment('PAYMENT_PROVIDER_SECRET_ARN'));

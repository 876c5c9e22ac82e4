import { acceptedSecrets, readSecret } from '../../../shared/aws/secret.ts';
import { environment } from '../../../shared/environment.ts';
import { isSignedWith, type SignedBody } from '../../../shared/input/signed-body.ts';

const secretArn = () => environment('PAYMENT_PROVIDER_SECRET_ARN');

/** The secret with which we sign requests. */
export const providerSecret = () => readSecret(secretArn());

/** The values with which the provider may have signed a report: two while the secret is rotated. The first also signs requests. */
export const reportSecrets = () => acceptedSecrets(secretArn());

/** Whether the provider signed this report. */
export const isFromProvider = (report: SignedBody) => isSignedWith(secretArn(), report);

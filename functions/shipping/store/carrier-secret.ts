import { acceptedSecrets, readSecret } from '../../shared/aws/secret.ts';
import { environment } from '../../shared/environment.ts';
import { isSignedWith, type SignedBody } from '../../shared/input/signed-body.ts';

const secretArn = () => environment('CARRIER_SECRET_ARN');

/** The secret with which we sign requests. */
export const carrierSecret = () => readSecret(secretArn());

/** The values with which the carrier may have signed a report: two while the secret is rotated. */
export const reportSecrets = () => acceptedSecrets(secretArn());

/** Whether the carrier signed this report. */
export const isFromCarrier = (report: SignedBody) => isSignedWith(secretArn(), report);

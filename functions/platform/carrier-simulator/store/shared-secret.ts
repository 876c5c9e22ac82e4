import { acceptedSecrets, readSecret } from '../../../shared/aws/secret.ts';
import { environment } from '../../../shared/environment.ts';
import { isSignedWith, type SignedBody } from '../../../shared/input/signed-body.ts';

const secretArn = () => environment('CARRIER_SECRET_ARN');

/** The secret with which the carrier signs its reports. */
export const sharedSecret = () => readSecret(secretArn());

/** The values with which a shop may have signed a request: two while the secret is rotated. */
export const requestSecrets = () => acceptedSecrets(secretArn());

/** Whether a shop signed this request. */
export const isFromShop = (request: SignedBody) => isSignedWith(secretArn(), request);

import { isVerifiedBySecret } from '../aws/secret.ts';
import { isSignatureOf } from './body-signature.ts';

export type SignedBody = { body: string; signature: string | undefined; nowMs: number };

/** Whether a body was signed with a secret that we share with its sender, by its current value or by the one before it. */
export const isSignedWith = (secretArn: string, { body, signature, nowMs }: SignedBody): Promise<boolean> =>
  isVerifiedBySecret(secretArn, (secret) => isSignatureOf(body, signature, secret, nowMs));

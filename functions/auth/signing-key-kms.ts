import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { awsCalls } from '../shared/aws-calls.ts';
import type { Cause } from '../shared/cause.ts';
import { environment } from '../shared/environment.ts';
import { newId } from '../shared/ids.ts';
import { joseSignature } from './ecdsa-signature.ts';
import { publishKey } from './key-table.ts';
import { type Signer, signAccessToken, type TokenSubject } from './token.ts';
import { verificationKey } from './verification-key.ts';

let client: KMSClient | undefined;
let signer: Promise<Signer> | undefined;

/** An access token of this deployment. `at` is ISO 8601 UTC. */
export async function issueAccessToken(subject: TokenSubject, at: string, cause: Cause): Promise<string> {
  // A failure is not kept: the next request asks again.
  signer ??= publishedSigner(at, cause).catch((thrown: unknown) => {
    signer = undefined;
    throw thrown;
  });
  return signAccessToken({ ...subject, tokenId: newId(at), issuedAt: at, issuer: environment('TOKEN_ISSUER') }, await signer);
}

/** The private key never leaves KMS; its public half is in the table before anything is signed, so whoever verifies finds it. */
async function publishedSigner(at: string, cause: Cause): Promise<Signer> {
  const KeyId = environment('SIGNING_KEY_ID');
  client ??= new KMSClient(awsCalls);
  const kms = client;
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  if (PublicKey === undefined) throw new TypeError('KMS gave no public key');
  const key = verificationKey(createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }), at);
  await publishKey(key, cause);
  return {
    keyId: key.keyId,
    sign: async (bytes) => {
      const { Signature } = await kms.send(
        new SignCommand({ KeyId, Message: bytes, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }),
      );
      if (Signature === undefined) throw new TypeError('KMS gave no signature');
      return joseSignature(Signature);
    },
  };
}

import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { calculateJwkThumbprint } from 'jose';
import type { Cause } from '../shared/cause.ts';
import { environment } from '../shared/environment.ts';
import { newId } from '../shared/ids.ts';
import { joseSignature } from './ecdsa-signature.ts';
import { publishKey } from './key-table.ts';
import { type Signer, signAccessToken, type TokenSubject } from './token.ts';

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
  client ??= new KMSClient({});
  const kms = client;
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  if (PublicKey === undefined) throw new TypeError('KMS gave no public key');
  const jwk = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }).export({ format: 'jwk' });
  const { crv, x, y } = jwk;
  if (crv !== 'P-256' || x === undefined || y === undefined) throw new TypeError('SIGNING_KEY_ID must name an ECC_NIST_P256 key');
  const keyId = await calculateJwkThumbprint({ kty: 'EC', crv, x, y });
  await publishKey({ keyId, x, y, publishedAt: at }, cause);
  return {
    keyId,
    sign: async (bytes) => {
      const { Signature } = await kms.send(
        new SignCommand({ KeyId, Message: bytes, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }),
      );
      if (Signature === undefined) throw new TypeError('KMS gave no signature');
      return joseSignature(Signature);
    },
  };
}

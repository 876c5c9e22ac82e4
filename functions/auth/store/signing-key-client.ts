import { createPublicKey, type KeyObject } from 'node:crypto';
import { CreateKeyCommand, GetPublicKeyCommand, KMSClient, ScheduleKeyDeletionCommand, SignCommand } from '@aws-sdk/client-kms';
import { awsCalls } from '../../shared/aws-calls.ts';
import type { Cause } from '../../shared/cause.ts';
import { environment } from '../../shared/environment.ts';
import { newId } from '../../shared/ids.ts';
import { joseSignature } from '../model/tokens/ecdsa-signature.ts';
import { signingKeyAt } from '../model/tokens/key-rotation.ts';
import { type Signer, signAccessToken, type TokenSubject } from '../model/tokens/token.ts';
import { type VerificationKey, verificationKey } from '../model/tokens/verification-key.ts';
import { listKeys, publishFirstKey } from './key-table.ts';

let client: KMSClient | undefined;
const kms = () => {
  client ??= new KMSClient(awsCalls);
  return client;
};
/** Whoever may sign or delete such a key is told by this tag. */
const tagKey = 'lonja:signing-key';
const deletionDelayDays = 7;

/** An access token of this deployment. `at` is ISO 8601 UTC. */
export async function issueAccessToken(subject: TokenSubject, at: string, cause: Cause): Promise<string> {
  // The list is read each time, so that all sign with the new key as soon as its turn has come; beside a password's hash it costs nothing.
  const key = signingKeyAt(await listKeys(), at) ?? (await publishedFirstKey(at, cause));
  const claims = { ...subject, tokenId: newId(at), issuedAt: at, issuer: environment('TOKEN_ISSUER') };
  return signAccessToken(claims, signerOf(key));
}

/** The private key never leaves KMS; its public half is in the table before anything is signed, so whoever verifies finds it. */
async function publishedFirstKey(at: string, cause: Cause): Promise<VerificationKey> {
  const key = verificationKey(await publicKeyOf(environment('SIGNING_KEY_ID')), { publishedAt: at, signsFrom: at });
  await publishFirstKey(key, cause);
  return key;
}

const signerOf = ({ keyId, kmsKeyId = environment('SIGNING_KEY_ID') }: VerificationKey): Signer => ({
  keyId,
  sign: async (bytes) => {
    const { Signature } = await kms().send(
      new SignCommand({ KeyId: kmsKeyId, Message: bytes, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }),
    );
    if (Signature === undefined) throw new TypeError('KMS gave no signature');
    return joseSignature(Signature);
  },
});

/** A new signing key of this stage. */
export async function createSigningKey(): Promise<{ kmsKeyId: string; publicKey: KeyObject }> {
  const { KeyMetadata } = await kms().send(
    new CreateKeyCommand({
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
      Description: `Signs access tokens of Lonja, stage ${environment('STAGE')}`,
      Tags: [{ TagKey: tagKey, TagValue: environment('STAGE') }],
    }),
  );
  if (KeyMetadata?.Arn === undefined) throw new TypeError('KMS made no key');
  return { kmsKeyId: KeyMetadata.Arn, publicKey: await publicKeyOf(KeyMetadata.Arn) };
}

/** Ends a key that `createSigningKey` made: it signs nothing from now on, and is gone a week later. */
export async function discardSigningKey(kmsKeyId: string): Promise<void> {
  await kms().send(new ScheduleKeyDeletionCommand({ KeyId: kmsKeyId, PendingWindowInDays: deletionDelayDays }));
}

async function publicKeyOf(KeyId: string): Promise<KeyObject> {
  const { PublicKey } = await kms().send(new GetPublicKeyCommand({ KeyId }));
  if (PublicKey === undefined) throw new TypeError('KMS gave no public key');
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
}

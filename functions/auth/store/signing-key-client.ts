import { createPublicKey, type KeyObject } from 'node:crypto';
import { CreateKeyCommand, GetPublicKeyCommand, KMSClient, ScheduleKeyDeletionCommand, SignCommand } from '@aws-sdk/client-kms';
import { awsCalls } from '../../shared/aws/aws-calls.ts';
import { environment } from '../../shared/environment.ts';
import { joseSignature } from '../model/tokens/ecdsa-signature.ts';

let client: KMSClient | undefined;
const kms = () => {
  client ??= new KMSClient(awsCalls);
  return client;
};
/** The rights to sign with a later key, or to delete one, are limited to keys with this tag. */
const tagKey = 'lonja:signing-key';
const deletionDelayDays = 7;

/** Signs with ES256. The private key never leaves KMS. */
export async function signWith(kmsKeyId: string, bytes: Uint8Array): Promise<Uint8Array> {
  const { Signature } = await kms().send(
    new SignCommand({ KeyId: kmsKeyId, Message: bytes, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }),
  );
  if (Signature === undefined) throw new TypeError('KMS returned no signature');
  return joseSignature(Signature);
}

/** Creates a signing key of this stage. */
export async function createSigningKey(): Promise<{ kmsKeyId: string; publicKey: KeyObject }> {
  const { KeyMetadata } = await kms().send(
    new CreateKeyCommand({
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
      Description: `Signs access tokens of Lonja, stage ${environment('STAGE')}`,
      Tags: [{ TagKey: tagKey, TagValue: environment('STAGE') }],
    }),
  );
  if (KeyMetadata?.Arn === undefined) throw new TypeError('KMS created no key');
  return { kmsKeyId: KeyMetadata.Arn, publicKey: await readPublicKey(KeyMetadata.Arn) };
}

/**
 * Deletes a key that `createSigningKey` created: it signs nothing from now on, and is gone a week later. If it was discarded
 * before, nothing changes.
 */
export async function discardSigningKey(kmsKeyId: string): Promise<void> {
  try {
    await kms().send(new ScheduleKeyDeletionCommand({ KeyId: kmsKeyId, PendingWindowInDays: deletionDelayDays }));
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown.name !== 'KMSInvalidStateException') throw thrown;
  }
}

export async function readPublicKey(KeyId: string): Promise<KeyObject> {
  const { PublicKey } = await kms().send(new GetPublicKeyCommand({ KeyId }));
  if (PublicKey === undefined) throw new TypeError('KMS returned no public key');
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
}

import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { awsCalls } from '../aws/aws-calls.ts';
import { environment } from '../environment.ts';
import type { Person } from './person-key-table.ts';

/** What this module asks of the KMS client. */
export type Kms = Pick<KMSClient, 'send'>;

let client: Kms | undefined;
const kms = () => {
  client ??= new KMSClient(awsCalls);
  return client;
};

/** Replaces the KMS client of this process, so that handlers can run without AWS. Undefined brings KMS back. */
export function useKms(replacement: Kms | undefined): void {
  client = replacement;
}

const keyId = () => environment('PERSONAL_DATA_KEY_ID');

/** KMS unwraps a key only for the person it was made for. `use` is what rights and the key's policy are limited by. */
const encryptionContext = ({ organizationId, personId }: Person) => ({ use: 'personal-data', organizationId, personId });

/** A new data key of 256 bits, in the clear and wrapped. */
export async function generateKey(person: Person): Promise<{ key: Uint8Array; wrapped: Uint8Array }> {
  const { Plaintext, CiphertextBlob } = await kms().send(
    new GenerateDataKeyCommand({ KeyId: keyId(), KeySpec: 'AES_256', EncryptionContext: encryptionContext(person) }),
  );
  if (Plaintext === undefined || CiphertextBlob === undefined) throw new TypeError('KMS generated no key');
  return { key: Plaintext, wrapped: CiphertextBlob };
}

export async function unwrapKey(wrapped: Uint8Array, person: Person): Promise<Uint8Array> {
  const { Plaintext } = await kms().send(
    new DecryptCommand({ KeyId: keyId(), CiphertextBlob: wrapped, EncryptionContext: encryptionContext(person) }),
  );
  if (Plaintext === undefined) throw new TypeError('KMS unwrapped no key');
  return Plaintext;
}

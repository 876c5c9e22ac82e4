/** For tests: KMS with real keys on P-256 that live in this process. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type AwsInput, AwsRefusal, type StubAws, startStubAws } from './stub-aws.ts';

type KmsKey = { publicKey: KeyObject; privateKey: KeyObject; deleted: boolean };
export type StubKms = StubAws & {
  /** By id. `CreateKey` adds one; the test adds the stage's own. */
  keys: ReadonlyMap<string, KmsKey>;
  addKey(id: string): void;
  /** Lets every operation fail until it is set to false again. */
  out: boolean;
};

export async function startStubKms(): Promise<StubKms> {
  const keys = new Map<string, KmsKey>();
  const addKey = (id: string) => void keys.set(id, { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }), deleted: false });
  const usableKey = ({ KeyId }: AwsInput): KmsKey => {
    const key = keys.get(String(KeyId));
    if (kms.out) throw new AwsRefusal('KMSInternalException', 500);
    if (key === undefined) throw new AwsRefusal('NotFoundException');
    if (key.deleted) throw new AwsRefusal('KMSInvalidStateException');
    return key;
  };
  const aws = await startStubAws({
    CreateKey() {
      const Arn = `arn:aws:kms:eu-west-1:123456789012:key/${keys.size + 1}`;
      addKey(Arn);
      return { KeyMetadata: { KeyId: Arn, Arn } };
    },
    GetPublicKey: (input) => ({
      PublicKey: usableKey(input).publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    }),
    Sign: (input) => ({
      Signature: sign('sha256', Buffer.from(String(input.Message), 'base64'), usableKey(input).privateKey).toString('base64'),
    }),
    ScheduleKeyDeletion(input) {
      usableKey(input).deleted = true;
      return {};
    },
  });
  const kms: StubKms = { ...aws, keys, addKey, out: false };
  return kms;
}

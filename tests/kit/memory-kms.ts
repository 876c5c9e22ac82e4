/** For tests: the part of KMS that wraps data keys, in memory and behind the SDK's own commands. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, InvalidCiphertextException, KMSClient } from '@aws-sdk/client-kms';

const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

type Context = Record<string, string> | undefined;

/** Wraps a data key as KMS does: it can be unwrapped only with the encryption context that it was wrapped with. */
export class WrappingKey {
  readonly #key = randomBytes(keyBytes);

  generate(context: Context): { Plaintext: Uint8Array; CiphertextBlob: Uint8Array } {
    const dataKey = randomBytes(keyBytes);
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(contextBytes(context));
    const sealed = Buffer.concat([cipher.update(dataKey), cipher.final()]);
    return { Plaintext: dataKey, CiphertextBlob: Buffer.concat([iv, cipher.getAuthTag(), sealed]) };
  }

  /** Undefined when it was wrapped with another key or context. */
  unwrap(blob: Uint8Array, context: Context): Uint8Array | undefined {
    const bytes = Buffer.from(blob);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, ivBytes))
      .setAAD(contextBytes(context))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    } catch {
      return undefined;
    }
  }
}

const contextBytes = (context: Context = {}) => Buffer.from(JSON.stringify(Object.entries(context).sort()));

export type MemoryKms = {
  /** Has one key and answers in this process. */
  client: KMSClient;
  /** Every data key that it generated for a person. */
  dataKeysOf(personId: string): readonly Uint8Array[];
  /** From now on every call fails so; undefined ends that. */
  failWith(fault: Error | undefined): void;
};

export function memoryKms(): MemoryKms {
  const key = new WrappingKey();
  const generated = new Map<string, Uint8Array[]>();
  let failure: Error | undefined;
  const send = async (command: unknown) => {
    if (failure !== undefined) throw failure;
    if (command instanceof GenerateDataKeyCommand) {
      const answer = key.generate(command.input.EncryptionContext);
      const personId = String(command.input.EncryptionContext?.personId);
      generated.set(personId, [...(generated.get(personId) ?? []), answer.Plaintext]);
      return answer;
    }
    if (!(command instanceof DecryptCommand)) throw new Error('KMS in memory only wraps and unwraps data keys');
    const Plaintext = key.unwrap(command.input.CiphertextBlob ?? new Uint8Array(), command.input.EncryptionContext);
    if (Plaintext === undefined) throw new InvalidCiphertextException({ $metadata: {}, message: 'wrapped otherwise' });
    return { Plaintext };
  };
  return {
    client: Object.assign(new KMSClient({ region: 'memory' }), { send }),
    dataKeysOf: (personId) => generated.get(personId) ?? [],
    failWith: (fault) => {
      failure = fault;
    },
  };
}

/** For tests: personal data in events, sealed and opened without AWS. */
import { createDecipheriv } from 'node:crypto';
import type { DomainEvent } from '../../functions/shared/domain-event.ts';
import { objectOf } from '../../functions/shared/input/json-object.ts';
import { useKms } from '../../functions/shared/sealing/kms-client.ts';
import { forgetKeys } from '../../functions/shared/sealing/person-keys.ts';
import { sealed } from '../../functions/shared/sealing/sealed-data.ts';
import type { EventType } from '../../generated/events/types.ts';
import { type MemoryKms, memoryKms } from './memory-kms.ts';

const settings = { PERSON_KEY_TABLE_NAME: 'PersonKeys', PERSONAL_DATA_KEY_ID: 'personal-data' };

/** The table in memory that holds the keys of persons. */
export const personKeyTable = settings.PERSON_KEY_TABLE_NAME;

let kms: MemoryKms | undefined;

/** Lets this process seal and open with keys in memory, starting without any. */
export function installPersonKeys(): void {
  Object.assign(process.env, settings);
  // What was stored with its key may be brought back from a snapshot.
  kms ??= memoryKms();
  useKms(kms.client);
  forgetKeys();
}

export function uninstallPersonKeys(): void {
  for (const name of Object.keys(settings)) delete process.env[name];
  kms = undefined;
  useKms(undefined);
  forgetKeys();
}

/** From now on every call of KMS fails so; undefined ends that. The keys that this process knows are forgotten. */
export function letKmsFail(fault: Error | undefined): void {
  kms?.failWith(fault);
  forgetKeys();
}

/** An event as it travels: its sensitive fields are sealed. */
export type SealedEvent = Omit<DomainEvent, 'eventData'> & { eventData: object };

/** An event as it travels, for tests that run a whole consumer. */
export async function sealedEvent<Type extends EventType>(type: Type, event: DomainEvent<Type>): Promise<SealedEvent> {
  const { eventId, metadata, eventData: data } = event;
  return { ...event, eventData: await sealed({ type, eventId, organizationId: metadata.organizationId, data }) };
}

const jwe = /^[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{22}$/;

/** Data that was sealed with keys in memory, with every sealed value in the clear, so that a test compares what was published. */
export function inTheClear(data: unknown): unknown {
  if (typeof data === 'string') return jwe.test(data) ? decrypted(data) : data;
  if (Array.isArray(data)) return data.map(inTheClear);
  const fields = objectOf(data);
  return fields === undefined
    ? data
    : Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, inTheClear(value)]));
}

function decrypted(text: string): unknown {
  const [header = '', , iv = '', ciphertext = '', tag = ''] = text.split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
  for (const key of kms?.dataKeysOf(String(kid).split('.').at(-1) ?? '') ?? []) {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'))
      .setAAD(Buffer.from(header))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    try {
      return JSON.parse(Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]).toString());
    } catch {
      // Sealed with another key of the same person.
    }
  }
  return text;
}

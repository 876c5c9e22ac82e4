import { GetSecretValueCommand, ResourceNotFoundException, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { causeText } from '../faults.ts';
import { log } from '../log.ts';
import { awsCalls } from './aws-calls.ts';

let client: SecretsManagerClient | undefined;
const secretsManager = () => {
  client ??= new SecretsManagerClient(awsCalls);
  return client;
};

/** A value is kept for so long, so that a rotated one is used soon. */
const keptMs = 5 * 60_000;
/** The signer may know a newer value than we do: then we read again, but not more often than this. */
const readAgainAfterMs = 10_000;

type Stage = 'AWSCURRENT' | 'AWSPREVIOUS';
type Kept = { readAtMs: number; value: Promise<string | undefined> };
const secrets = new Map<string, Kept>();

/**
 * A secret's current text, for signing. It is kept for five minutes. If it cannot be read again, the one before is used and the fault
 * is logged; after a first read that failed, the next call reads again.
 */
export async function readSecret(arn: string): Promise<string> {
  return requireText(arn, await kept(arn, 'AWSCURRENT', keptMs));
}

/**
 * Whether the current value of a secret or the one before it verifies what came in, so that a rotation refuses nobody. If neither
 * does, they are read again: the sender may use a value that is newer than those we keep.
 */
export async function isVerifiedBySecret(arn: string, verify: (secret: string) => boolean): Promise<boolean> {
  return (await acceptedSecrets(arn)).some(verify) || (await acceptedSecrets(arn, readAgainAfterMs)).some(verify);
}

/** The values of a secret that verify what comes in: the current one first. */
export async function acceptedSecrets(arn: string, maxAgeMs = keptMs): Promise<string[]> {
  const [current, previous] = await Promise.all([kept(arn, 'AWSCURRENT', maxAgeMs), kept(arn, 'AWSPREVIOUS', maxAgeMs)]);
  return [requireText(arn, current), ...(previous === undefined ? [] : [previous])];
}

/** A secret's text as it is now. @throws when it holds none */
export async function readSecretNow(arn: string): Promise<string> {
  return requireText(arn, await readVersion(arn, 'AWSCURRENT'));
}

function kept(arn: string, stage: Stage, maxAgeMs: number): Promise<string | undefined> {
  const name = `${arn} ${stage}`;
  const known = secrets.get(name);
  if (known !== undefined && Date.now() - known.readAtMs < maxAgeMs) return known.value;
  const reading = readVersion(arn, stage);
  const value = known === undefined ? reading : reading.catch((thrown: unknown) => keepUsing(known, arn, thrown));
  secrets.set(name, { readAtMs: Date.now(), value });
  value.catch(() => secrets.delete(name));
  return value;
}

function keepUsing({ value }: Kept, arn: string, thrown: unknown): Promise<string | undefined> {
  log.warn('secret not read again, the known value is used', { arn, cause: causeText(thrown) });
  return value;
}

/** A secret that was never rotated has no previous value. */
async function readVersion(arn: string, VersionStage: Stage): Promise<string | undefined> {
  try {
    const { SecretString } = await secretsManager().send(new GetSecretValueCommand({ SecretId: arn, VersionStage }));
    return SecretString === '' ? undefined : SecretString;
  } catch (thrown) {
    if (VersionStage === 'AWSPREVIOUS' && thrown instanceof ResourceNotFoundException) return undefined;
    throw thrown;
  }
}

function requireText(arn: string, text: string | undefined): string {
  if (text === undefined) throw new Error(`the secret ${arn} holds no text`);
  return text;
}

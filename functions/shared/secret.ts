import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { awsCalls } from './aws-calls.ts';

const secrets = new Map<string, Promise<string>>();

/** A secret's text, read once in the life of this process; a read that failed is tried again at the next call. */
export function readSecret(arn: string): Promise<string> {
  const known = secrets.get(arn);
  if (known !== undefined) return known;
  const reading = fetchSecret(arn);
  secrets.set(arn, reading);
  reading.catch(() => secrets.delete(arn));
  return reading;
}

async function fetchSecret(arn: string): Promise<string> {
  const { SecretString } = await new SecretsManagerClient(awsCalls).send(new GetSecretValueCommand({ SecretId: arn }));
  if (SecretString === undefined || SecretString === '') throw new Error(`the secret ${arn} holds no text`);
  return SecretString;
}

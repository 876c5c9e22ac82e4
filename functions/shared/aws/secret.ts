import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { awsCalls } from './aws-calls.ts';

let client: SecretsManagerClient | undefined;
const secretsManager = () => {
  client ??= new SecretsManagerClient(awsCalls);
  return client;
};

const secrets = new Map<string, Promise<string>>();

/** A secret's text, read once in the life of this process; after a read that failed, the next call reads again. */
export function readSecret(arn: string): Promise<string> {
  const known = secrets.get(arn);
  if (known !== undefined) return known;
  const reading = readSecretNow(arn);
  secrets.set(arn, reading);
  reading.catch(() => secrets.delete(arn));
  return reading;
}

/** A secret's text as it is now. @throws when it holds none */
export async function readSecretNow(arn: string): Promise<string> {
  const { SecretString } = await secretsManager().send(new GetSecretValueCommand({ SecretId: arn }));
  if (SecretString === undefined || SecretString === '') throw new Error(`the secret ${arn} holds no text`);
  return SecretString;
}

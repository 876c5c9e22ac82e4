import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { awsCalls } from '../../../shared/aws-calls.ts';

let client: SecretsManagerClient | undefined;

function secrets(): SecretsManagerClient {
  client ??= new SecretsManagerClient(awsCalls);
  return client;
}

/** The newest version of a secret that holds a JSON object. @throws when it holds anything else, without saying what */
export async function readSecretObject(arn: string): Promise<Record<string, unknown>> {
  const { SecretString = '' } = await secrets().send(new GetSecretValueCommand({ SecretId: arn }));
  const value = parsed(SecretString);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError(`${arn} holds no JSON object`);
  return { ...value };
}

/** Makes `value` the newest version; the one before stays readable as AWSPREVIOUS. */
export async function writeSecretObject(arn: string, value: object): Promise<void> {
  await secrets().send(new PutSecretValueCommand({ SecretId: arn, SecretString: JSON.stringify(value) }));
}

/** A parser's own complaint would quote the text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

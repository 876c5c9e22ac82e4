import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { awsCalls } from '../../../shared/aws/aws-calls.ts';
import { readSecretNow } from '../../../shared/aws/secret.ts';
import { jsonObject } from '../../../shared/input/json-object.ts';

let client: SecretsManagerClient | undefined;

/** The newest version of a secret that holds a JSON object. @throws when it holds anything else, without quoting it */
export async function readSecretObject(arn: string): Promise<Record<string, unknown>> {
  const value = jsonObject(await readSecretNow(arn));
  if (value === undefined) throw new TypeError(`${arn} holds no JSON object`);
  return value;
}

/** Makes `value` the newest version. The one before stays readable as AWSPREVIOUS. */
export async function writeSecretObject(arn: string, value: object): Promise<void> {
  client ??= new SecretsManagerClient(awsCalls);
  await client.send(new PutSecretValueCommand({ SecretId: arn, SecretString: JSON.stringify(value) }));
}

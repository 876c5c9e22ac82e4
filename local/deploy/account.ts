import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import {
  authTargetParameter,
  callerCertificateParameter,
  callerSecurityGroupParameter,
  callerSubnetsParameter,
  inventoryTargetParameter,
} from '../../infra/parameter-names.ts';
import { type AwsSettings, emulatorAccount, emulatorRegion } from '../emulator/aws-settings.ts';
import type { CertificateFiles } from './grpc-certificates.ts';

export type AccountSettings = {
  aws: AwsSettings;
  stage: string;
  /** `host:port` of gRPC Auth, which need not run yet. */
  authGrpc: string;
  /** `host:port` of gRPC Inventory, which need not run yet. */
  inventoryGrpc: string;
  /** The certificate that functions show to the gRPC services. */
  callerCertificate: CertificateFiles;
};

/** Creates what the deployed stacks expect in an account: what `cdk bootstrap` and the stacks that exist only on AWS leave there. */
export async function prepareAccount({ aws, stage, authGrpc, inventoryGrpc, callerCertificate }: AccountSettings): Promise<void> {
  const ssm = new SSMClient(aws);
  const parameters = {
    '/cdk-bootstrap/hnb659fds/version': '30',
    [authTargetParameter(stage)]: authGrpc,
    [inventoryTargetParameter(stage)]: inventoryGrpc,
    [callerCertificateParameter(stage)]: await storeCertificate(aws, callerCertificate),
    // Nothing runs in a network of its own here, so nobody checks these names.
    [callerSubnetsParameter(stage)]: 'subnet-local',
    [callerSecurityGroupParameter(stage)]: 'sg-local',
  };
  await Promise.all([
    new S3Client(aws).send(new CreateBucketCommand({ Bucket: `cdk-hnb659fds-assets-${emulatorAccount}-${emulatorRegion}` })),
    ...Object.entries(parameters).map(([Name, Value]) =>
      ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', Overwrite: true })),
    ),
  ]);
}

/**
 * Stores a certificate in the form in which the deployment on AWS issues it, and returns the secret's ARN. The name is new each time: an
 * emulator that somebody else started may still have earlier ones.
 */
async function storeCertificate(aws: AwsSettings, { certificate, key, authority }: CertificateFiles): Promise<string> {
  const texts = { certificate: textOf(certificate), key: textOf(key), authorities: textOf(authority) };
  const Name = `lonja-grpc-caller-${randomUUID()}`;
  const { ARN } = await new SecretsManagerClient(aws).send(
    new CreateSecretCommand({ Name, SecretString: JSON.stringify(texts) }),
  );
  if (ARN === undefined) throw new Error('the emulator created no secret');
  return ARN;
}

const textOf = (file: string) => readFileSync(file, 'utf8');

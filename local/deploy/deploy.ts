import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import {
  authTargetParameter,
  callerCertificateParameter,
  callerSecurityGroupParameter,
  callerSubnetsParameter,
} from '../../infra/parameter-names.ts';
import type { localStacks } from '../../infra/stack-ids.ts';
import type { AwsSettings } from '../emulator/aws-settings.ts';
import { emulatorAccount, emulatorCredentials, emulatorRegion } from '../emulator/emulator.ts';
import { runTool } from '../process/command.ts';
import { assembledStack } from './assembly.ts';
import { tellAuthTwinAddress } from './auth-twin-address.ts';
import type { CertificateFiles } from './grpc-certificates.ts';

export type LocalStack = (typeof localStacks)[number];
/** The outputs of each stack by name. */
export type StackOutputs = Record<LocalStack, Record<string, string>>;
type StackParameters = Partial<Record<LocalStack, Record<string, string>>>;

export type Deployment = {
  aws: AwsSettings;
  stage: string;
  assemblyFolder: string;
  /** Where the CDK CLI writes its outputs and its log. */
  folder: string;
  /** `host:port` of gRPC Auth, which need not run yet. */
  authGrpc: string;
  /** What functions show to the gRPC services. */
  callerCertificate: CertificateFiles;
  restApiUrl(apiId: string): string;
  chargeTimeoutSeconds: number;
  retryWaitSeconds: number;
  signal: AbortSignal;
};

/**
 * Deploys the synthesized templates as they are, by the CDK CLI. The APIs' addresses are known only once they exist: what calls them
 * is deployed after them and gets their local addresses as parameters.
 */
export async function deploy(deployment: Deployment): Promise<StackOutputs> {
  const { chargeTimeoutSeconds, retryWaitSeconds, restApiUrl } = deployment;
  await prepareAccount(deployment);
  const { Data, Api } = await deployStacks(deployment, ['Data', 'Api'], {});
  await tellAuthTwinAddress(deployment.aws, `${restApiUrl(required(Api, 'RestApiId'))}/api/v1`);
  const provider = restApiUrl(required(Api, 'SimulatorApiId'));
  const { Saga, Events } = await deployStacks(deployment, ['Saga', 'Events'], {
    Saga: {
      ChargeTimeoutSeconds: String(chargeTimeoutSeconds),
      RetryWaitSeconds: String(retryWaitSeconds),
      RestUrl: restApiUrl(required(Api, 'RestApiId')),
      PaymentProviderUrl: provider,
    },
    Events: { PaymentProviderUrl: provider },
  });
  return { Data: Data ?? {}, Api: Api ?? {}, Saga: Saga ?? {}, Events: Events ?? {} };
}

/** What `cdk bootstrap` and the stacks that exist on AWS alone leave in an account, as far as these stacks look for it. */
async function prepareAccount({ aws, stage, authGrpc, callerCertificate }: Deployment): Promise<void> {
  const ssm = new SSMClient(aws);
  const certificateArn = await storeCertificate(aws, callerCertificate);
  const parameters = {
    '/cdk-bootstrap/hnb659fds/version': '30',
    [authTargetParameter(stage)]: authGrpc,
    [callerCertificateParameter(stage)]: certificateArn,
    // Nothing here runs in a network of its own; the names are checked by nobody.
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

/** A secret as the deployment on AWS has it issued; answers with its ARN. Its name is new: an emulator that is not ours may have those of before. */
async function storeCertificate(aws: AwsSettings, { certificate, key, authority }: CertificateFiles): Promise<string> {
  const texts = { certificate: textOf(certificate), key: textOf(key), authorities: textOf(authority) };
  const Name = `lonja-grpc-caller-${randomUUID()}`;
  const { ARN } = await new SecretsManagerClient(aws).send(
    new CreateSecretCommand({ Name, SecretString: JSON.stringify(texts) }),
  );
  if (ARN === undefined) throw new Error('the emulator made no secret');
  return ARN;
}

const textOf = (file: string) => readFileSync(file, 'utf8');

async function deployStacks(
  { aws, assemblyFolder, folder, signal }: Deployment,
  stacks: readonly LocalStack[],
  parameters: StackParameters,
): Promise<Partial<StackOutputs>> {
  const name = stacks.join('-');
  const outputsFile = join(folder, `outputs-${name}.json`);
  const options = [
    '--exclusively',
    '--require-approval=never',
    '--method=direct',
    '--no-notices',
    '--no-version-reporting',
    '--progress=events',
  ];
  // The CLI knows a parameter's stack by its name in the account, and drops one of a stack it does not know without a word.
  const stackName = (id: LocalStack) => assembledStack(assemblyFolder, id).stackName;
  // The CLI takes stacks by their ids, but parameters by stack names, and drops those of a name that it does not know.
  const given = stacks.flatMap((id) =>
    Object.entries(parameters[id] ?? {}).flatMap(([parameter, value]) => [
      '--parameters',
      `${stackName(id)}:${parameter}=${value}`,
    ]),
  );
  await runTool('cdk', ['deploy', ...stacks, '--app', assemblyFolder, '--outputs-file', outputsFile, ...options, ...given], {
    logFile: join(folder, `deploy-${name}.log`),
    signal,
    env: {
      CI: '1',
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_REGION: emulatorRegion,
      AWS_ACCESS_KEY_ID: emulatorCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: emulatorCredentials.secretAccessKey,
    },
  });
  const outputs: Record<string, Record<string, string>> = JSON.parse(readFileSync(outputsFile, 'utf8'));
  return Object.fromEntries(stacks.map((id) => [id, outputs[stackName(id)]]));
}

/** An output that the stacks promise; its absence is a mistake in infra/. */
export function required(outputs: Record<string, string> | undefined, name: string): string {
  const value = outputs?.[name];
  if (value === undefined) throw new Error(`no stack has the output ${name}, which the local run reads`);
  return value;
}

import { constructId } from '../../infra/construct-id.ts';
import { type GrpcServiceName, grpcServerName } from '../../infra/grpc-addresses.ts';
import { type AwsSettings, awsEnvironment } from '../emulator/aws-settings.ts';
import { tlsSettings } from '../process/grpc-process.ts';
import type { Deployed } from './deploy.ts';
import { deployedFunctions } from './deployed-functions.ts';
import type { GrpcCertificates } from './grpc-certificates.ts';
import { outputNamed } from './stack-outputs.ts';

export type GrpcEnvironmentSettings = {
  aws: AwsSettings;
  stage: string;
  certificates: GrpcCertificates;
  /** `host:port` of gRPC Auth. */
  authGrpc: string;
  deployed: Deployed;
};

/** The settings that a service's container gets on AWS, its ports and its own certificate aside. */
export async function grpcEnvironment(
  service: GrpcServiceName,
  { aws, stage, certificates, authGrpc, deployed: { restUrl, outputs } }: GrpcEnvironmentSettings,
): Promise<Record<string, string>> {
  return {
    ...awsEnvironment(aws.endpoint),
    STAGE: stage,
    TABLE_NAME: outputNamed(outputs, constructId(service, 'table-name')),
    ...(service === 'auth'
      ? { TOKEN_ISSUER: await tokenIssuer(aws) }
      : {
          AUTH_GRPC_TARGET: authGrpc,
          AUTH_TWIN_URL: `${restUrl}/api/v1`,
          AUTH_TLS_SERVER_NAME: grpcServerName('auth'),
          ...tlsSettings('AUTH_TLS', certificates[service]),
        }),
  };
}

/** The issuer that the deployed functions write into tokens. */
async function tokenIssuer(aws: AwsSettings): Promise<string> {
  const issuers = (await deployedFunctions(aws)).flatMap(({ environment }) => environment.TOKEN_ISSUER ?? []);
  const [issuer] = issuers;
  if (issuer === undefined) throw new Error('no deployed function has TOKEN_ISSUER');
  return issuer;
}

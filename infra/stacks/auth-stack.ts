import { type App, Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { DomainTable } from '../constructs/data/domain-table.ts';
import { GrpcService } from '../constructs/grpc/grpc-service.ts';
import { authTargetParameter } from '../parameter-names.ts';
import { type Stage, tokenIssuer } from '../stages.ts';
import type { CertificatesStack } from './certificates-stack.ts';
import type { NetworkStack } from './network-stack.ts';

export type AuthStackProps = { stage: Stage; network: NetworkStack; certificates: CertificatesStack; table: DomainTable };

/** gRPC Auth: verifies tokens and answers what their users may do. */
export class AuthStack extends Stack {
  readonly service: GrpcService;

  constructor(app: App, id: string, { stage, network, certificates, table }: AuthStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-auth`, description: 'gRPC Auth service' });
    this.service = new GrpcService(this, 'Auth', {
      stage,
      network,
      service: 'auth',
      callsOthers: false,
      certificate: certificates.auth,
      environment: { TABLE_NAME: table.tableName, TOKEN_ISSUER: tokenIssuer(stage) },
    });
    table.allowReads(this.service.taskRole);
    new StringParameter(this, 'GrpcTarget', {
      parameterName: authTargetParameter(stage.name),
      stringValue: this.service.target,
    });
  }
}

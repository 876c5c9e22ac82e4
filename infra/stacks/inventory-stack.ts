import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { authClientSettings } from '../constructs/auth-caller.ts';
import type { DomainTable } from '../constructs/data/domain-table.ts';
import { GrpcService } from '../constructs/grpc/grpc-service.ts';
import { inventoryTargetParameter } from '../parameter-names.ts';
import type { Stage } from '../stages.ts';
import type { ApiStack } from './api-stack.ts';
import type { AuthStack } from './auth-stack.ts';
import type { CertificatesStack } from './certificates-stack.ts';
import type { NetworkStack } from './network-stack.ts';

export type InventoryStackProps = {
  stage: Stage;
  network: NetworkStack;
  certificates: CertificatesStack;
  /** Identifies its callers. */
  auth: AuthStack;
  /** Has the REST twins of Auth, for when gRPC cannot be reached. */
  api: ApiStack;
  table: DomainTable;
};

/** gRPC Inventory: live stock, imports and devices. */
export class InventoryStack extends Stack {
  readonly service: GrpcService;

  constructor(app: App, id: string, { stage, network, certificates, auth, api, table }: InventoryStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-inventory`, description: 'gRPC Inventory service' });
    this.service = new GrpcService(this, 'Inventory', {
      stage,
      network,
      service: 'inventory',
      callsOthers: true,
      certificate: certificates.inventory,
      environment: {
        TABLE_NAME: table.tableName,
        ...authClientSettings({
          target: auth.service.target,
          certificateArn: certificates.inventory.secretArn,
          twinUrl: `${api.restUrl}/api/v1`,
        }),
      },
    });
    table.allowCommits(this.service.taskRole);
    new StringParameter(this, 'GrpcTargetParameter', {
      parameterName: inventoryTargetParameter(stage.name),
      stringValue: this.service.target,
    });
    new CfnOutput(this, 'GrpcTarget', { value: this.service.target });
  }
}

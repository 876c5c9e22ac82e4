import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { DockerImageAsset, Platform } from 'aws-cdk-lib/aws-ecr-assets';
import { ContainerImage, CpuArchitecture, FargateTaskDefinition, LogDrivers, OperatingSystemFamily } from 'aws-cdk-lib/aws-ecs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { type GrpcServiceName, grpcHttpPort, grpcPorts } from '../../grpc-addresses.ts';
import type { Stage } from '../../stages.ts';

export type GrpcTaskProps = {
  stage: Stage;
  service: GrpcServiceName;
  /** The secret with the certificate of the service and the authorities to trust. */
  certificate: ISecret;
  environment: Record<string, string>;
};

const folderOf = (service: GrpcServiceName) => join(import.meta.dirname, '..', '..', '..', 'dist', `grpc-${service}`);
/** The only container of a task. */
export const grpcContainerName = 'Service';

/** A service drains in less than 25 seconds. */
const stopTimeout = Duration.seconds(30);

/** A task of a gRPC service: the image of its bundle, with a role that at first may only read its certificate. */
export class GrpcTask extends FargateTaskDefinition {
  readonly log: LogGroup;
  /** Its name in logs and metrics. */
  readonly serviceName: string;
  /** Identifies image and settings. It is a dimension of the task's metrics, to separate a new revision from the old one. */
  readonly revision: string;

  constructor(scope: Construct, id: string, { stage, service, certificate, environment }: GrpcTaskProps) {
    const { cpuUnits, memoryMegabytes } = stage.grpcTasks;
    super(scope, id, {
      cpu: cpuUnits,
      memoryLimitMiB: memoryMegabytes,
      runtimePlatform: { cpuArchitecture: CpuArchitecture.ARM64, operatingSystemFamily: OperatingSystemFamily.LINUX },
    });
    this.serviceName = `grpc-${service}`;
    this.log = new LogGroup(this, 'Log', {
      retention: stage.logRetentionDays,
      removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const image = new DockerImageAsset(this, 'Image', { directory: folderOf(service), platform: Platform.LINUX_ARM64 });
    const settings = {
      STAGE: stage.name,
      POWERTOOLS_SERVICE_NAME: this.serviceName,
      GRPC_HOST: '0.0.0.0',
      GRPC_PORT: String(grpcPorts[service]),
      GRPC_HTTP_PORT: String(grpcHttpPort),
      GRPC_TLS: 'mutual',
      GRPC_TLS_SECRET_ARN: certificate.secretArn,
      ...environment,
    };
    this.revision = revisionOf(this, image.assetHash, { ...settings, cpuUnits, memoryMegabytes });
    this.addContainer(grpcContainerName, {
      image: ContainerImage.fromDockerImageAsset(image),
      portMappings: [{ containerPort: grpcPorts[service] }, { containerPort: grpcHttpPort }],
      environment: { ...settings, GRPC_REVISION: this.revision },
      readonlyRootFilesystem: true,
      stopTimeout,
      healthCheck: {
        // Healthy if the process answers at all: on "not serving" the load balancer acts. wget, since a Node process for each
        // check would use a tenth of a small task.
        command: ['CMD-SHELL', `wget -S -T 3 -O /dev/null http://127.0.0.1:${grpcHttpPort}/health/grpc 2>&1 | grep -q HTTP/`],
        interval: Duration.seconds(10),
        startPeriod: Duration.seconds(10),
        timeout: Duration.seconds(5),
        retries: 3,
      },
      logging: LogDrivers.awsLogs({ streamPrefix: service, logGroup: this.log }),
    });
    certificate.grantRead(this.taskRole);
    Validations.of(this).acknowledge(
      { id: 'AwsSolutions-ECS2', reason: 'Names and ports are not secret. The certificate is read from its secret.' },
      { id: 'AwsSolutions-IAM5[Resource::*]', reason: 'ecr:GetAuthorizationToken accepts no resource names.' },
    );
  }
}

/** A hash of image and settings, the same on every machine. */
function revisionOf(scope: Construct, assetHash: string, settings: object): string {
  const text = JSON.stringify([assetHash, Stack.of(scope).resolve(settings)]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

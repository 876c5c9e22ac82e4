import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { bundleFolder } from '../bundle.ts';
import type { Stage } from '../stages.ts';

export type LonjaFunctionProps = {
  stage: Stage;
  /** The source file that exports `handler`, from the root of the repository. */
  entry: string;
  /** Whether the bundle has Stripe for its payment provider. */
  withStripe?: boolean;
  timeoutSeconds: number;
  memoryMegabytes?: number;
  environment?: Record<string, string>;
};

/**
 * A bundled handler with a role of its own, which at first may only write its log. The description names the entry; tools find
 * the function of a handler by it.
 */
export class LonjaFunction extends LambdaFunction {
  readonly entry: string;
  readonly timeoutSeconds: number;

  constructor(
    scope: Construct,
    id: string,
    { stage, entry, withStripe = false, timeoutSeconds, memoryMegabytes = 512, environment }: LonjaFunctionProps,
  ) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: stage.logRetentionDays,
      removalPolicy: stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    super(scope, id, {
      description: entry,
      code: Code.fromAsset(bundledFolder(entry, withStripe)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMegabytes,
      timeout: Duration.seconds(timeoutSeconds),
      tracing: Tracing.ACTIVE,
      environment: { STAGE: stage.name, POWERTOOLS_SERVICE_NAME: serviceName(entry), ...environment },
      logGroup,
      role,
    });
    this.entry = entry;
    this.timeoutSeconds = timeoutSeconds;
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray, network interfaces of a function in a VPC, and the list of table streams accept no resource names.',
    });
  }
}

/** `functions/order/saga-tasks/cancel-order.ts` logs as `order/saga-tasks/cancel-order`. */
const serviceName = (entry: string) => entry.replace(/^functions\//, '').replace(/\.ts$/, '');

const root = join(import.meta.dirname, '..', '..');

function bundledFolder(entry: string, withStripe: boolean): string {
  const folder = join(root, bundleFolder(entry, { withStripe }));
  if (existsSync(join(folder, 'index.mjs'))) return folder;
  const why = existsSync(join(root, entry)) ? 'is not bundled yet: run `node infra/bundle.ts`' : 'does not exist';
  throw new Error(`${entry} ${why}`);
}

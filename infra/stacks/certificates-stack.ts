import { type App, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Trigger } from 'aws-cdk-lib/triggers';
import { DeadLetterQueue } from '../constructs/dead-letter-queue.ts';
import { LonjaFunction } from '../constructs/lonja-function.ts';
import { ScheduledInvocation } from '../constructs/scheduled-invocation.ts';
import { grpcServerName } from '../grpc-addresses.ts';
import { callerCertificateParameter } from '../parameter-names.ts';
import type { Stage } from '../stages.ts';

const oneDayMinutes = 24 * 60;

/** The certificates of mutual TLS: a secret for each service and one for all calling Lambdas, issued at deployment and checked daily. */
export class CertificatesStack extends Stack {
  readonly auth: Secret;
  readonly inventory: Secret;
  /** For Lambdas that call a gRPC service. */
  readonly callers: Secret;
  readonly issuer: LonjaFunction;
  private readonly stage: Stage;

  constructor(app: App, id: string, { stage }: { stage: Stage }) {
    super(app, id, { stackName: `lonja-${stage.name}-certificates`, description: 'Certificates of the gRPC services' });
    this.stage = stage;
    const authority = this.secret(
      'Authority',
      'The certificate authorities of the gRPC services, and the signing key of the current one',
    );
    this.auth = this.secret('Auth', 'Certificate and key of gRPC Auth, and the authorities it trusts');
    this.inventory = this.secret('Inventory', 'Certificate and key of gRPC Inventory, and the authorities it trusts');
    this.callers = this.secret(
      'Callers',
      'Certificate and key of Lambdas that call gRPC services, and the authorities they trust',
    );
    this.issuer = this.issuerOf(authority);
    this.issueAtOnceAndDaily(this.issuer);
    new StringParameter(this, 'CallerCertificate', {
      parameterName: callerCertificateParameter(stage.name),
      stringValue: this.callers.secretArn,
    });
  }

  /** At first a JSON object without a certificate, by which the issuer recognizes a new secret. */
  private secret(id: string, description: string): Secret {
    const secret = new Secret(this, id, {
      description,
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'unused', excludePunctuation: true },
      removalPolicy: this.stage.onDelete === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The daily issuer renews it. The rotation of Secrets Manager handles one secret at a time, an authority has many.',
    });
    return secret;
  }

  private issuerOf(authority: Secret): LonjaFunction {
    const { auth, inventory, callers } = this;
    const certificates = [
      { name: 'auth', secretArn: auth.secretArn, dnsNames: [grpcServerName('auth')], usages: ['server'] },
      // It calls Auth as well.
      {
        name: 'inventory',
        secretArn: inventory.secretArn,
        dnsNames: [grpcServerName('inventory')],
        usages: ['server', 'client'],
      },
      { name: 'callers', secretArn: callers.secretArn, dnsNames: [], usages: ['client'] },
    ];
    const issuer = new LonjaFunction(this, 'Issuer', {
      stage: this.stage,
      entry: 'functions/platform/certificates/jobs/issue.ts',
      timeoutSeconds: 60,
      environment: { AUTHORITY_SECRET_ARN: authority.secretArn, CERTIFICATES: this.toJsonString(certificates) },
    });
    issuer.addToRolePolicy(
      new PolicyStatement({
        actions: ['secretsmanager:GetSecretValue', 'secretsmanager:PutSecretValue'],
        resources: [authority, auth, inventory, callers].map(({ secretArn }) => secretArn),
      }),
    );
    return issuer;
  }

  private issueAtOnceAndDaily(target: LonjaFunction) {
    const atOnce = new Trigger(this, 'AtOnce', { handler: target, timeout: Duration.minutes(1) });
    const daily = new ScheduledInvocation(this, 'Daily', {
      target,
      everyMinutes: oneDayMinutes,
      deadLetterQueue: new DeadLetterQueue(this, 'DeadLetterQueue'),
    });
    // Two first runs at once would create two authorities.
    daily.node.addDependency(atOnce);
  }
}

import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Domain } from '../../events-schemas/topology.ts';
import { constructId } from '../construct-id.ts';
import { placeBesideAuth } from '../constructs/auth-caller.ts';
import type { DomainTable } from '../constructs/domain-table.ts';
import { LoggedRestApi } from '../constructs/logged-rest-api.ts';
import { LonjaFunction } from '../constructs/lonja-function.ts';
import { letVerify, replaceableUrl } from '../constructs/payment-provider.ts';
import { PaymentSimulator } from '../constructs/payment-simulator.ts';
import { RestRoutes } from '../constructs/rest-routes.ts';
import { letSignWithLaterKeys } from '../constructs/signing-keys.ts';
import { type Stage, tokenIssuer } from '../stages.ts';
import type { DataStack } from './data-stack.ts';

export type ApiStackProps = { stage: Stage; data: DataStack };

/** Time for two gRPC attempts of 500 ms and the twin; API Gateway waits for an authorizer no longer than for any Lambda. */
const authorizerTimeoutSeconds = 3;
/** Whoever asks a twin has waited for gRPC already. */
const twinTimeoutSeconds = 3;
const restTimeoutSeconds = 15;

/** The REST API: the gateway, its authorizer and one Lambda a domain. */
export class ApiStack extends Stack {
  /** Where the REST API is reached, without a trailing slash. */
  readonly restUrl: string;
  /** Where the stage's payment provider is reached. */
  readonly paymentProviderUrl: string;
  private readonly stage: Stage;
  private readonly authTwinUrl: string;

  constructor(app: App, id: string, { stage, data }: ApiStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-api`, description: 'REST API' });
    this.stage = stage;
    const api = new LoggedRestApi(this, 'RestApi', { stage, description: `Lonja marketplace, ${stage.name}` });
    this.restUrl = api.baseUrl;
    this.authTwinUrl = replaceableUrl(this, 'AuthTwinUrl', `${this.restUrl}/api/v1`);
    const authorizer = new LonjaFunction(this, 'Authorizer', {
      stage,
      entry: 'functions/auth/authorizer.ts',
      timeoutSeconds: authorizerTimeoutSeconds,
    });
    placeBesideAuth(authorizer, { stage, twinUrl: this.authTwinUrl });
    new RestRoutes(this, 'Routes', { api, authorizer, handlers: this.handlers(data) });
    this.paymentProviderUrl = this.findProvider(data);
    new CfnOutput(this, 'RestUrl', { value: this.restUrl });
    new CfnOutput(this, 'RestApiId', { value: api.restApiId });
  }

  private handlers({ tables, signingKey, providerSecret }: DataStack): LonjaFunction[] {
    const auth = this.rest('auth', { TABLE_NAME: tables.auth.tableName });
    tables.auth.allowCommits(auth);

    const product = this.rest('product', { TABLE_NAME: tables.product.tableName });
    tables.product.allowCommits(product);
    placeBesideAuth(product, { stage: this.stage, twinUrl: this.authTwinUrl });

    const inventory = this.rest('inventory', { TABLE_NAME: tables.inventory.tableName });
    tables.inventory.allowCommits(inventory);

    const order = this.rest('order', {
      TABLE_NAME: tables.order.tableName,
      ORDER_DEADLINE_MINUTES: String(this.stage.orderDeadlineMinutes),
    });
    tables.order.allowCommits(order);

    const payment = this.rest('payment', { TABLE_NAME: tables.payment.tableName });
    tables.payment.allowCommits(payment);
    letVerify(payment, providerSecret);

    const audit = this.rest('audit', { TABLE_NAME: tables.audit.tableName });
    tables.audit.allowReads(audit);

    return [auth, this.signIn(tables.auth, signingKey), this.authTwins(tables.auth), product, inventory, order, payment, audit];
  }

  /** Logging in and refreshing: they alone may sign. */
  private signIn(table: DomainTable, firstKey: Key): LonjaFunction {
    const signIn = new LonjaFunction(this, 'SignIn', {
      stage: this.stage,
      entry: 'functions/auth/sign-in.ts',
      timeoutSeconds: restTimeoutSeconds,
      environment: { TABLE_NAME: table.tableName, SIGNING_KEY_ID: firstKey.keyId, TOKEN_ISSUER: tokenIssuer(this.stage) },
    });
    table.allowCommits(signIn);
    signIn.addToRolePolicy(new PolicyStatement({ actions: ['kms:GetPublicKey', 'kms:Sign'], resources: [firstKey.keyArn] }));
    letSignWithLaterKeys(signIn, this.stage);
    return signIn;
  }

  /** What gRPC Auth answers, over REST: from table and keys alone, so that it answers when the service does not. */
  private authTwins(table: DomainTable): LonjaFunction {
    const twins = new LonjaFunction(this, 'AuthTwins', {
      stage: this.stage,
      entry: 'functions/auth/twins.ts',
      timeoutSeconds: twinTimeoutSeconds,
      environment: { TABLE_NAME: table.tableName, TOKEN_ISSUER: tokenIssuer(this.stage) },
    });
    table.allowReads(twins);
    return twins;
  }

  private rest(domain: Domain, environment: Record<string, string>): LonjaFunction {
    return new LonjaFunction(this, constructId(domain, 'rest'), {
      stage: this.stage,
      entry: `functions/${domain}/rest.ts`,
      timeoutSeconds: restTimeoutSeconds,
      environment,
    });
  }

  private findProvider({ tableKey, providerSecret }: DataStack): string {
    const { paymentProvider } = this.stage;
    if (paymentProvider.kind === 'url') return paymentProvider.url;
    return new PaymentSimulator(this, 'PaymentSimulator', { stage: this.stage, key: tableKey, secret: providerSecret }).url;
  }
}

import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Domain } from '../../events-schemas/topology.ts';
import { constructId } from '../construct-id.ts';
import { placeBesideAuth } from '../constructs/auth-caller.ts';
import { LoggedRestApi } from '../constructs/logged-rest-api.ts';
import { LonjaFunction } from '../constructs/lonja-function.ts';
import { letVerify } from '../constructs/payment-provider.ts';
import { PaymentSimulator } from '../constructs/payment-simulator.ts';
import { RestRoutes } from '../constructs/rest-routes.ts';
import { type Stage, tokenIssuer } from '../stages.ts';
import type { DataStack } from './data-stack.ts';

export type ApiStackProps = { stage: Stage; data: DataStack };

/** Time for two gRPC attempts of 500 ms and whatever follows them; API Gateway waits for an authorizer no longer than for any Lambda. */
const authorizerTimeoutSeconds = 3;
const restTimeoutSeconds = 15;

/** The REST API: the gateway, its authorizer and one Lambda a domain. */
export class ApiStack extends Stack {
  /** Where the REST API is reached, without a trailing slash. */
  readonly restUrl: string;
  /** Where the stage's payment provider is reached. */
  readonly paymentProviderUrl: string;
  private readonly stage: Stage;

  constructor(app: App, id: string, { stage, data }: ApiStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-api`, description: 'REST API' });
    this.stage = stage;
    const authorizer = new LonjaFunction(this, 'Authorizer', {
      stage,
      entry: 'functions/auth/authorizer.ts',
      timeoutSeconds: authorizerTimeoutSeconds,
    });
    placeBesideAuth(authorizer, stage);
    const api = new LoggedRestApi(this, 'RestApi', { stage, description: `Lonja marketplace, ${stage.name}` });
    new RestRoutes(this, 'Routes', { api, authorizer, handlers: this.handlers(data) });
    this.restUrl = api.baseUrl;
    this.paymentProviderUrl = this.findProvider(data);
    new CfnOutput(this, 'RestUrl', { value: this.restUrl });
    new CfnOutput(this, 'RestApiId', { value: api.restApiId });
  }

  private handlers({ tables, signingKey, providerSecret }: DataStack): ReadonlyMap<Domain, LonjaFunction> {
    const auth = this.rest('auth', {
      TABLE_NAME: tables.auth.tableName,
      SIGNING_KEY_ID: signingKey.keyId,
      TOKEN_ISSUER: tokenIssuer(this.stage),
    });
    tables.auth.allowCommits(auth);
    auth.addToRolePolicy(new PolicyStatement({ actions: ['kms:GetPublicKey', 'kms:Sign'], resources: [signingKey.keyArn] }));

    const product = this.rest('product', { TABLE_NAME: tables.product.tableName });
    tables.product.allowCommits(product);
    placeBesideAuth(product, this.stage);

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

    return new Map<Domain, LonjaFunction>([
      ['auth', auth],
      ['product', product],
      ['inventory', inventory],
      ['order', order],
      ['payment', payment],
      ['audit', audit],
    ]);
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

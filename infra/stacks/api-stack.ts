import { type App, CfnOutput, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { type DomainName, domains } from '../../functions/domains.ts';
import { constructId } from '../construct-id.ts';
import { CarrierSimulator } from '../constructs/carrier-simulator.ts';
import { DomainFunction } from '../constructs/domain-function.ts';
import { LonjaFunction } from '../constructs/lonja-function.ts';
import { PaymentSimulator } from '../constructs/payment-simulator.ts';
import { replaceableUrl } from '../constructs/replaceable-url.ts';
import { LoggedRestApi } from '../constructs/rest/logged-rest-api.ts';
import { RestRoutes } from '../constructs/rest/rest-routes.ts';
import { UsagePlans } from '../constructs/rest/usage-plans.ts';
import { otherLambda } from '../other-lambda.ts';
import type { Stage } from '../stages.ts';
import type { DataStack } from './data-stack.ts';

export type ApiStackProps = { stage: Stage; data: DataStack };

/** For a request, unless the declaration of the Lambda says otherwise. */
const usualTimeoutSeconds = 15;

/** The REST API: the gateway, its authorizer and the API Lambdas of the domains. */
export class ApiStack extends Stack {
  /** Base URL of the REST API, without a trailing slash. */
  readonly restUrl: string;
  /** Closes payments for those who cancel orders. */
  readonly closePayment: LonjaFunction;
  /** Base URL of the simulated payment provider; undefined in a stage that charges cards. */
  readonly paymentProviderUrl: string | undefined;
  /** What an organization or a partner may call. */
  readonly usagePlans: UsagePlans;
  /** Base URL of the stage's carrier. */
  readonly carrierUrl: string;
  private readonly apis: readonly DomainFunction[];
  private readonly stage: Stage;
  private readonly data: DataStack;

  constructor(app: App, id: string, { stage, data }: ApiStackProps) {
    super(app, id, { stackName: `lonja-${stage.name}-api`, description: 'REST API' });
    this.stage = stage;
    this.data = data;
    const api = new LoggedRestApi(this, 'RestApi', { stage, description: `Lonja marketplace, ${stage.name}` });
    this.restUrl = api.baseUrl;
    this.apis = this.handlers();
    new RestRoutes(this, 'Routes', {
      api,
      authorizer: this.other('Authorizer', 'authorizer'),
      handlers: this.apis,
      unrouted: this.unrouted(),
    });
    this.usagePlans = new UsagePlans(this, 'UsagePlans', { stage, api });
    this.closePayment = this.other('ClosePayment', 'close-payment');
    this.paymentProviderUrl = this.findProvider();
    this.carrierUrl = this.findCarrier();
    new CfnOutput(this, 'RestUrl', { value: this.restUrl });
    new CfnOutput(this, 'RestApiId', { value: api.restApiId });
  }

  /** Base URL of Auth's REST twins, for a function of any stack. */
  authTwinUrl(caller: IConstruct): string {
    return replaceableUrl(Stack.of(caller), 'AuthTwinUrl', `${this.restUrl}/api/v1`);
  }

  /** The function behind the routes of a domain. */
  restOf(domain: DomainName): DomainFunction {
    const found = this.apis.find(({ node }) => node.id === constructId(domain, 'rest'));
    if (found === undefined) throw new Error(`the domain ${domain} has no API`);
    return found;
  }

  private other(id: string, name: string): LonjaFunction {
    const { stage, data } = this;
    return new DomainFunction(this, id, { stage, data, ...otherLambda(name), timeoutSeconds: usualTimeoutSeconds });
  }

  private handlers(): DomainFunction[] {
    const { stage, data } = this;
    return domains.flatMap((domain) =>
      Object.entries(domain.apis ?? {}).map(
        ([name, lambda]) =>
          new DomainFunction(this, constructId(domain.name, name), {
            stage,
            data,
            domain,
            lambda,
            timeoutSeconds: usualTimeoutSeconds,
            environment: this.originSetting(),
          }),
      ),
    );
  }

  /** Answers preflight requests, and requests whose path has other methods only. */
  private unrouted(): LonjaFunction {
    return new LonjaFunction(this, 'Unrouted', {
      stage: this.stage,
      entry: 'functions/platform/gateway/unrouted.ts',
      timeoutSeconds: usualTimeoutSeconds,
      environment: this.originSetting(),
    });
  }

  private originSetting() {
    return { ALLOWED_ORIGINS: this.stage.allowedOrigins.join(' ') };
  }

  private findProvider(): string | undefined {
    if (this.stage.paymentProvider.kind === 'stripe') return undefined;
    const { tableKey, providerSecret } = this.data;
    return new PaymentSimulator(this, 'PaymentSimulator', { stage: this.stage, key: tableKey, secret: providerSecret }).url;
  }

  private findCarrier(): string {
    const { carrier } = this.stage;
    if (carrier.kind === 'url') return carrier.url;
    const { tableKey, carrierSecret } = this.data;
    return new CarrierSimulator(this, 'CarrierSimulator', { stage: this.stage, key: tableKey, secret: carrierSecret }).url;
  }
}

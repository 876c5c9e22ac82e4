import { Duration, Validations } from 'aws-cdk-lib';
import {
  AuthorizationType,
  IdentitySource,
  JsonSchemaType,
  LambdaIntegration,
  type MethodOptions,
  Model,
  RequestAuthorizer,
  RequestValidator,
} from 'aws-cdk-lib/aws-apigateway';
import { Construct } from 'constructs';
import { type RestRoute, routes } from '../../generated/rest/routes.ts';
import { answerWithProblems } from './gateway-responses.ts';
import type { LoggedRestApi } from './logged-rest-api.ts';
import type { LonjaFunction } from './lonja-function.ts';

export type RestRoutesProps = {
  api: LoggedRestApi;
  authorizer: LonjaFunction;
  /** The Lambdas that answer, one an entry. */
  handlers: readonly LonjaFunction[];
};

/** The routes of `openapi.yaml` under `/api/v1`, each led to the Lambda of its entry. */
export class RestRoutes extends Construct {
  private readonly optionsOf: (route: RestRoute) => MethodOptions;

  constructor(scope: Construct, id: string, { api, authorizer, handlers }: RestRoutesProps) {
    super(scope, id);
    this.optionsOf = this.methodOptions(api, authorizer);
    const integrations = new Map<string, LambdaIntegration>(handlers.map((handler) => [handler.entry, integrate(handler)]));
    for (const route of routes) {
      const integration = integrations.get(route.entry);
      if (integration === undefined) throw new Error(`${route.method} ${route.path}: no Lambda of ${route.entry}`);
      const method = api.root.resourceForPath(`/api/v1${route.path}`).addMethod(route.method, integration, this.optionsOf(route));
      if (!route.secured) {
        Validations.of(method).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'By openapi.yaml: signing in, public keys, and what checks a signature or token by itself.',
        });
      }
    }
    answerWithProblems(api);
  }

  private methodOptions(restApi: LoggedRestApi, handler: LonjaFunction): (route: RestRoute) => MethodOptions {
    const authorizer = new RequestAuthorizer(this, 'Authorizer', {
      handler,
      identitySources: [IdentitySource.header('Authorization')],
      // An answer kept for a minute would outlive a deactivated user by a minute.
      resultsCacheTtl: Duration.seconds(0),
    });
    const jsonObject = new Model(this, 'JsonObject', {
      restApi,
      contentType: 'application/json',
      schema: { type: JsonSchemaType.OBJECT },
    });
    const requestValidator = new RequestValidator(this, 'RequestValidator', {
      restApi,
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    return ({ secured, hasBody, idempotent }) => ({
      requestValidator,
      ...(secured ? { authorizer, authorizationType: AuthorizationType.CUSTOM } : { authorizationType: AuthorizationType.NONE }),
      ...(hasBody && { requestModels: { 'application/json': jsonObject } }),
      // A signature is left to its Lambda: one that is missing is answered as one that is wrong.
      ...(idempotent && { requestParameters: { 'method.request.header.Idempotency-Key': true } }),
    });
  }
}

/** One permission a Lambda, not one a method. The gateway waits a second longer than the Lambda may take. */
const integrate = (handler: LonjaFunction) =>
  new LambdaIntegration(handler, {
    scopePermissionToMethod: false,
    timeout: Duration.seconds(handler.timeoutSeconds + 1),
  });

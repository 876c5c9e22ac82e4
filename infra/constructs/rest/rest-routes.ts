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
import { type RestRoute, routes } from '../../../generated/rest/routes.ts';
import type { LonjaFunction } from '../lonja-function.ts';
import { answerWithProblems } from './gateway-responses.ts';
import type { LoggedRestApi } from './logged-rest-api.ts';

export type RestRoutesProps = {
  api: LoggedRestApi;
  authorizer: LonjaFunction;
  /** The API Lambdas of the domains. */
  handlers: readonly LonjaFunction[];
  /** Answers every method of a path that the contract does not have. */
  unrouted: LonjaFunction;
};

const withoutAuthorizer = { authorizationType: AuthorizationType.NONE };

/**
 * The routes of `openapi.yaml` under `/api/v1`, each with the Lambda of its entry. Every path also has the method `ANY`, which gets
 * only the methods that the path lacks: preflight requests and mistakes.
 */
export class RestRoutes extends Construct {
  constructor(scope: Construct, id: string, { api, authorizer, handlers, unrouted }: RestRoutesProps) {
    super(scope, id);
    const optionsOf = this.methodOptions(api, authorizer);
    const integrations = new Map(handlers.map((handler) => [handler.entry, integrate(handler)]));
    for (const route of routes) {
      const integration = integrations.get(route.entry);
      if (integration === undefined) {
        throw new Error(`${route.method} ${route.path}: no domain.ts declares ${route.entry} under apis`);
      }
      const method = resourceOf(api, route.path).addMethod(route.method, integration, optionsOf(route));
      if (!route.secured) {
        Validations.of(method).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason: 'Public in openapi.yaml: signing in, public keys, and routes that check a signature or token by themselves.',
        });
      }
    }
    const unroutedIntegration = integrate(unrouted);
    for (const path of new Set(routes.map((route) => route.path))) {
      const method = resourceOf(api, path).addMethod('ANY', unroutedIntegration, withoutAuthorizer);
      Validations.of(method).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'A browser sends preflight requests without credentials, and the Lambda does nothing but refuse the others.',
      });
    }
    answerWithProblems(api);
  }

  private methodOptions(restApi: LoggedRestApi, handler: LonjaFunction): (route: RestRoute) => MethodOptions {
    const authorizer = new RequestAuthorizer(this, 'Authorizer', {
      handler,
      identitySources: [IdentitySource.header('Authorization')],
      // A policy cached for a minute would outlive the deactivation of its user by a minute.
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
    // No header is required by name: whether the gateway compares names with or without case is not documented. The Lambda checks.
    return ({ secured, hasBody }) => ({
      requestValidator,
      ...(secured ? { authorizer, authorizationType: AuthorizationType.CUSTOM, apiKeyRequired: true } : withoutAuthorizer),
      ...(hasBody && { requestModels: { 'application/json': jsonObject } }),
    });
  }
}

const resourceOf = (api: LoggedRestApi, path: string) => api.root.resourceForPath(`/api/v1${path}`);

/** One permission for each Lambda, not for each method. The gateway waits a second longer than the Lambda may take. */
const integrate = (handler: LonjaFunction) =>
  new LambdaIntegration(handler, {
    scopePermissionToMethod: false,
    timeout: Duration.seconds(handler.timeoutSeconds + 1),
  });

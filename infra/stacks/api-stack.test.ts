import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../generated/rest/routes.ts';
import { resourcesOf, synthesized, type Templates } from '../synthesized.ts';

let api: Templates['Api'];
beforeAll(async () => {
  api = (await synthesized('dev')).Api;
});

/** `POST /api/v1/orders` and what its method says, for each method of the main API. */
function methods() {
  const resources = new Map(resourcesOf(api, 'AWS::ApiGateway::Resource').map(({ id, properties }) => [id, properties]));
  const path = (id: string | undefined): string => {
    const resource = resources.get(id ?? '');
    return resource === undefined ? '' : `${path(resource.ParentId.Ref)}/${resource.PathPart}`;
  };
  return new Map(
    resourcesOf(api, 'AWS::ApiGateway::Method')
      .map(({ properties }) => [`${properties.HttpMethod} ${path(properties.ResourceId.Ref)}`, properties] as const)
      .filter(([name]) => name.includes(' /api/v1/')),
  );
}

describe('routes', () => {
  it('are those of openapi.yaml', () => {
    expect([...methods().keys()].toSorted()).toEqual(routes.map(({ method, path }) => `${method} /api/v1${path}`).toSorted());
  });

  it('stand behind the authorizer unless they are public, and demand a JSON object and an idempotency key where the contract does', () => {
    for (const { method, path, secured, hasBody, idempotent } of routes) {
      const properties = methods().get(`${method} /api/v1${path}`);
      expect(properties?.AuthorizationType, path).toBe(secured ? 'CUSTOM' : 'NONE');
      expect(properties?.RequestModels !== undefined, path).toBe(hasBody);
      expect(properties?.RequestParameters?.['method.request.header.Idempotency-Key'], path).toBe(idempotent || undefined);
      expect(properties, path).toHaveProperty('RequestValidatorId');
    }
  });

  it('ask the authorizer every time, by the Authorization header', () => {
    api.hasResourceProperties('AWS::ApiGateway::Authorizer', {
      Type: 'REQUEST',
      AuthorizerResultTtlInSeconds: 0,
      IdentitySource: 'method.request.header.Authorization',
    });
  });
});

describe('answers that the gateway gives itself', () => {
  const statuses = {
    UNAUTHORIZED: 401,
    ACCESS_DENIED: 403,
    AUTHORIZER_FAILURE: 503,
    AUTHORIZER_CONFIGURATION_ERROR: 503,
    MISSING_AUTHENTICATION_TOKEN: 404,
    BAD_REQUEST_BODY: 400,
    BAD_REQUEST_PARAMETERS: 400,
    REQUEST_TOO_LARGE: 413,
    UNSUPPORTED_MEDIA_TYPE: 415,
    THROTTLED: 429,
    QUOTA_EXCEEDED: 429,
    INTEGRATION_FAILURE: 503,
    INTEGRATION_TIMEOUT: 503,
    DEFAULT_4XX: 400,
    DEFAULT_5XX: 500,
  };

  it('are problems with a status, a correlation id and no word of what went wrong inside', () => {
    const responses = resourcesOf(api, 'AWS::ApiGateway::GatewayResponse').map(({ properties }) => properties);
    for (const { ResponseType, StatusCode, ResponseParameters, ResponseTemplates } of responses) {
      expect(ResponseParameters, ResponseType).toMatchObject({
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.X-Correlation-Id': 'context.requestId',
      });
      expect(JSON.parse(ResponseTemplates['application/json']), ResponseType).toEqual({
        type: expect.stringMatching(/^https:\/\/lonja\.dev\/problems\//),
        title: expect.any(String),
        status: Number(StatusCode),
        correlationId: '$context.requestId',
      });
    }
    const byType = Object.fromEntries(responses.map(({ ResponseType, StatusCode }) => [ResponseType, Number(StatusCode)]));
    expect(byType).toMatchObject(statuses);
  });

  it('say when to try again where that helps', () => {
    const hurried = resourcesOf(api, 'AWS::ApiGateway::GatewayResponse').filter(({ properties }) =>
      ['429', '503'].includes(properties.StatusCode),
    );
    for (const { properties } of hurried)
      expect(properties.ResponseParameters).toHaveProperty(['gatewayresponse.header.Retry-After']);
  });
});

describe('the stage', () => {
  it('limits requests and logs each as JSON, without bodies', () => {
    for (const { properties } of resourcesOf(api, 'AWS::ApiGateway::Stage')) {
      expect(JSON.parse(properties.AccessLogSetting.Format)).toHaveProperty('requestId');
      expect(properties.MethodSettings).toEqual([
        expect.objectContaining({ ThrottlingRateLimit: 500, ThrottlingBurstLimit: 1000, DataTraceEnabled: false }),
      ]);
    }
  });
});

describe('the role by which API Gateway writes logs', () => {
  it('is the account’s, so it outlives the stage that made it', () => {
    api.allResources('AWS::ApiGateway::Account', { DeletionPolicy: 'Retain' });
    const [account] = resourcesOf(api, 'AWS::ApiGateway::Account');
    const roleId = account?.properties.CloudWatchRoleArn['Fn::GetAtt'][0];
    expect(api.toJSON().Resources[roleId].DeletionPolicy).toBe('Retain');
  });
});

describe('functions that call Auth', () => {
  it('stand in its network, and know its address', () => {
    const callers = resourcesOf(api, 'AWS::Lambda::Function').filter(({ properties }) => properties.VpcConfig !== undefined);
    expect(callers.map(({ properties }) => properties.Description).toSorted()).toEqual([
      'functions/auth/authorizer.ts',
      'functions/product/rest.ts',
    ]);
    for (const { properties } of callers) {
      expect(properties.Environment.Variables).toMatchObject({
        AUTH_GRPC_TARGET: expect.anything(),
        AUTH_TLS_SECRET_ARN: expect.anything(),
        AUTH_TLS_SERVER_NAME: 'auth.grpc.lonja.internal',
      });
      // The stage's own address, unless another is given.
      expect(JSON.stringify(properties.Environment.Variables.AUTH_TWIN_URL)).toMatch(
        /^\{"Fn::If":\["AuthTwinUrlIsGiven".*\/dev\/api\/v1"/,
      );
    }
  });
});

describe('the REST twins of gRPC Auth', () => {
  it('need neither its network nor the authorizer, only read, and are done in three seconds', () => {
    const [twins] = resourcesOf(api, 'AWS::Lambda::Function').filter(
      ({ properties }) => properties.Description === 'functions/auth/twins.ts',
    );
    expect(twins?.properties).not.toHaveProperty('VpcConfig');
    expect(twins?.properties.Timeout).toBe(3);
    const actions = resourcesOf(api, 'AWS::IAM::Policy')
      .filter(
        ({ properties }) =>
          JSON.stringify(properties.Roles) === JSON.stringify([{ Ref: twins?.properties.Role['Fn::GetAtt'][0] }]),
      )
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)
      .flatMap(({ Action }) => [Action].flat())
      .filter((action: string) => !/^(logs|xray):/.test(action));
    expect(actions.toSorted()).toEqual(['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query']);
    const twinRoutes = routes.filter(({ entry }) => entry === 'functions/auth/twins.ts');
    expect(twinRoutes.map(({ path }) => path)).toEqual(expect.arrayContaining(['/auth/verify', '/locals/{localId}/validate']));
    for (const { method, path } of twinRoutes) {
      const properties = methods().get(`${method} /api/v1${path}`);
      expect(properties?.AuthorizationType, path).toBe('NONE');
      expect(JSON.stringify(properties?.Integration.Uri), path).toContain(twins?.id);
    }
  });
});

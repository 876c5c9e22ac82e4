import { beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../generated/rest/problems.ts';
import { routes } from '../../generated/rest/routes.ts';
import { stageCalled } from '../stages.ts';
import { declaredWith, resourcesOf, synthesized, type Templates } from '../synthesized.ts';

let api: Templates['Api'];
beforeAll(async () => {
  api = (await synthesized('dev')).Api;
});

/** The methods of the main API, by a key such as `POST /api/v1/orders`. */
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

describe('the payment provider', () => {
  const functionsOf = (template: Templates['Api']) =>
    resourcesOf(template, 'AWS::Lambda::Function').map(({ properties }) => properties);
  const paymentApi = (template: Templates['Api']) =>
    functionsOf(template).find(({ Description }) => Description === 'functions/payment/rest.ts');

  it('is simulated in dev, and Stripe in production, from another bundle and without a simulator', async () => {
    const production = await synthesized('production');
    const simulators = (template: Templates['Api']) =>
      functionsOf(template).filter(({ Description }) => String(Description).includes('payment-simulator'));
    expect([simulators(api).length, simulators(production.Api).length]).toEqual([2, 0]);
    expect(paymentApi(api)?.Environment.Variables).toHaveProperty('PAYMENT_PROVIDER_URL');
    expect(paymentApi(production.Api)?.Environment.Variables).not.toHaveProperty('PAYMENT_PROVIDER_URL');
    expect(paymentApi(production.Api)?.Code.S3Key).not.toEqual(paymentApi(api)?.Code.S3Key);
    const [secret] = resourcesOf(production.Data, 'AWS::SecretsManager::Secret').filter(({ id }) =>
      id.includes('PaymentProvider'),
    );
    expect(secret?.properties.GenerateSecretString).toMatchObject({ GenerateStringKey: 'webhookSecret' });
  });
});

describe('routes', () => {
  it('are those of openapi.yaml, and ANY on each path', () => {
    const expected = routes.flatMap(({ method, path }) => [`${method} /api/v1${path}`, `ANY /api/v1${path}`]);
    expect([...methods().keys()].toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  it('have the authorizer unless they are public, and take only a JSON object where the contract has a body', () => {
    for (const { method, path, secured, hasBody } of routes) {
      const properties = methods().get(`${method} /api/v1${path}`);
      expect(properties?.AuthorizationType, path).toBe(secured ? 'CUSTOM' : 'NONE');
      expect(properties?.RequestModels !== undefined, path).toBe(hasBody);
      expect(properties, path).toHaveProperty('RequestValidatorId');
    }
  });

  it('require no header by name, since the gateway may compare names with or without case', () => {
    for (const [key, { RequestParameters = {} }] of methods())
      expect(
        Object.keys(RequestParameters).filter((name) => name.startsWith('method.request.header.')),
        key,
      ).toEqual([]);
  });

  it('lead other methods, without authorizer, to a Lambda that may do nothing', () => {
    const [unrouted] = resourcesOf(api, 'AWS::Lambda::Function').filter(
      ({ properties }) => properties.Description === 'functions/platform/gateway/unrouted.ts',
    );
    for (const { path } of routes) {
      const properties = methods().get(`ANY /api/v1${path}`);
      expect(properties?.AuthorizationType, path).toBe('NONE');
      expect(JSON.stringify(properties?.Integration.Uri), path).toContain(unrouted?.id);
    }
    expect(unrouted?.properties).not.toHaveProperty('VpcConfig');
  });

  it('give each API Lambda the origins of the stage: any in dev, a list in production', async () => {
    const origins = (template: Templates['Api']) =>
      new Set(
        resourcesOf(template, 'AWS::Lambda::Function')
          .filter(({ properties }) =>
            [...routes.map(({ entry }) => entry), 'functions/platform/gateway/unrouted.ts'].includes(properties.Description),
          )
          .map(({ properties }) => properties.Environment.Variables.ALLOWED_ORIGINS),
      );
    expect([...origins(api)]).toEqual(['*']);
    expect([...origins((await synthesized('production')).Api)]).toEqual([
      expect.stringMatching(/^https:\/\/\S+( https:\/\/\S+)*$/),
    ]);
  });

  it('are counted under the key that the authorizer names, if they take a token', () => {
    const [{ properties: restApi } = { properties: {} }] = resourcesOf(api, 'AWS::ApiGateway::RestApi').filter(
      ({ properties }) => properties.ApiKeySourceType !== undefined,
    );
    expect(restApi).toMatchObject({ ApiKeySourceType: 'AUTHORIZER' });
    for (const { method, path, secured } of routes)
      expect(methods().get(`${method} /api/v1${path}`)?.ApiKeyRequired, path).toBe(secured ? true : undefined);
    for (const [key, { ApiKeyRequired }] of methods()) if (key.startsWith('ANY ')) expect(ApiKeyRequired, key).toBeUndefined();
  });

  it('call the authorizer every time, with the Authorization header', () => {
    api.hasResourceProperties('AWS::ApiGateway::Authorizer', {
      Type: 'REQUEST',
      AuthorizerResultTtlInSeconds: 0,
      IdentitySource: 'method.request.header.Authorization',
    });
  });
});

describe('responses of the gateway itself', () => {
  const statuses = {
    UNAUTHORIZED: 401,
    // The authorizer denies only when Auth cannot be reached.
    ACCESS_DENIED: 503,
    AUTHORIZER_FAILURE: 503,
    AUTHORIZER_CONFIGURATION_ERROR: 503,
    MISSING_AUTHENTICATION_TOKEN: 404,
    BAD_REQUEST_BODY: 400,
    BAD_REQUEST_PARAMETERS: 400,
    REQUEST_TOO_LARGE: 413,
    UNSUPPORTED_MEDIA_TYPE: 415,
    THROTTLED: 429,
    QUOTA_EXCEEDED: 429,
    // The authorizer names the key, so the caller has no part in it.
    INVALID_API_KEY: 503,
    INTEGRATION_FAILURE: 503,
    INTEGRATION_TIMEOUT: 503,
    DEFAULT_4XX: 400,
    DEFAULT_5XX: 500,
  };

  it('are problems of the contract with a correlation id and no details of what went wrong inside', () => {
    const responses = resourcesOf(api, 'AWS::ApiGateway::GatewayResponse').map(({ properties }) => properties);
    for (const { ResponseType, StatusCode, ResponseParameters, ResponseTemplates } of responses) {
      expect(ResponseParameters, ResponseType).toMatchObject({
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.X-Correlation-Id': 'context.requestId',
      });
      const body = JSON.parse(ResponseTemplates['application/json']);
      const [, problem] = Object.entries(problems).find(([slug]) => body.type === `https://lonja.dev/problems/${slug}`) ?? [];
      expect(body, ResponseType).toEqual({ type: body.type, ...problem, correlationId: '$context.requestId' });
      expect(problem?.status, ResponseType).toBe(Number(StatusCode));
    }
    const byType = Object.fromEntries(responses.map(({ ResponseType, StatusCode }) => [ResponseType, Number(StatusCode)]));
    expect(byType).toMatchObject(statuses);
  });

  it('can be read by front ends in browsers, but not cached or taken for another type', () => {
    for (const { properties } of resourcesOf(api, 'AWS::ApiGateway::GatewayResponse')) {
      expect(properties.ResponseParameters, properties.ResponseType).toMatchObject({
        'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
        'gatewayresponse.header.Access-Control-Expose-Headers': "'Retry-After, X-Correlation-Id'",
        'gatewayresponse.header.X-Content-Type-Options': "'nosniff'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
      });
    }
  });

  it('name the time until the quota’s reset above a quota, and a second above a rate', () => {
    const retryAfter = (type: string) =>
      resourcesOf(api, 'AWS::ApiGateway::GatewayResponse').find(({ properties }) => properties.ResponseType === type)?.properties
        .ResponseParameters['gatewayresponse.header.Retry-After'];
    expect(retryAfter('QUOTA_EXCEEDED')).toBe('context.authorizer.secondsToQuotaReset');
    expect(retryAfter('THROTTLED')).toBe("'1'");
  });

  it('say when to retry where that helps', () => {
    const retryable = resourcesOf(api, 'AWS::ApiGateway::GatewayResponse').filter(({ properties }) =>
      ['429', '503'].includes(properties.StatusCode),
    );
    for (const { properties } of retryable)
      expect(properties.ResponseParameters).toHaveProperty(['gatewayresponse.header.Retry-After']);
  });
});

describe('usage plans', () => {
  it('limit each organization and each partner by rate and by day, on this stage', async () => {
    for (const name of ['dev', 'production'] as const) {
      const plans = resourcesOf((await synthesized(name)).Api, 'AWS::ApiGateway::UsagePlan').map(({ properties }) => properties);
      expect(plans.map(({ Description }) => Description)).toEqual(['Each organization', 'Each partner with a key of its own']);
      for (const { Throttle, Quota, ApiStages } of plans) {
        expect(Throttle).toEqual({ RateLimit: expect.any(Number), BurstLimit: expect.any(Number) });
        expect(Quota).toEqual({ Limit: expect.any(Number), Period: 'DAY' });
        expect(ApiStages).toHaveLength(1);
        // One partner alone cannot use up what the stage lets through for all.
        expect(Throttle.RateLimit).toBeLessThan(stageCalled(name).requestsPerSecond.steady);
      }
    }
  });

  it('start with the key that new organizations share, which the authorizer knows', () => {
    const [key, ...more] = resourcesOf(api, 'AWS::ApiGateway::ApiKey');
    expect(more).toEqual([]);
    expect(key?.properties.Value).toMatch(/^[A-Za-z0-9]{20,128}$/);
    const [authorizer] = resourcesOf(api, 'AWS::Lambda::Function').filter(
      ({ properties }) => properties.Description === 'functions/auth/authorizer.ts',
    );
    expect(authorizer?.properties.Environment.Variables.SHARED_METER_KEY).toBe(key?.properties.Value);
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

describe('the role with which API Gateway writes logs', () => {
  it('belongs to the account, so it outlives the stage that created it', () => {
    api.allResources('AWS::ApiGateway::Account', { DeletionPolicy: 'Retain' });
    const [account] = resourcesOf(api, 'AWS::ApiGateway::Account');
    const roleId = account?.properties.CloudWatchRoleArn['Fn::GetAtt'][0];
    expect(api.toJSON().Resources[roleId].DeletionPolicy).toBe('Retain');
  });
});

describe('functions that call Auth', () => {
  it('are in its network and know its address, and no others are', () => {
    const callers = resourcesOf(api, 'AWS::Lambda::Function').filter(({ properties }) => properties.VpcConfig !== undefined);
    const entries = callers.map(({ properties }) => properties.Description).toSorted();
    expect(entries).toEqual([...declaredWith('call-auth'), ...declaredWith('check-health')].toSorted());
    expect(entries).toContain('functions/auth/authorizer.ts');
    for (const { properties } of callers) {
      if (declaredWith('check-health').includes(properties.Description)) continue;
      expect(properties.Environment.Variables).toMatchObject({
        AUTH_GRPC_TARGET: expect.anything(),
        AUTH_TLS_SECRET_ARN: expect.anything(),
        AUTH_TLS_SERVER_NAME: 'auth.grpc.lonja.internal',
      });
      // The address of the stage, unless another is given.
      expect(JSON.stringify(properties.Environment.Variables.AUTH_TWIN_URL)).toMatch(
        /^\{"Fn::If":\["AuthTwinUrlIsGiven".*\/dev\/api\/v1"/,
      );
    }
  });
});

describe('the REST twins of gRPC Auth', () => {
  it('need neither its network nor the authorizer, only read, and have three seconds', () => {
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

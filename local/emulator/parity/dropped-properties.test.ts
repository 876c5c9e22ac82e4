import { describe, expect, it } from 'vitest';
import { type DroppedKind, droppedOf } from './dropped-properties.ts';

const everything: readonly DroppedKind[] = ['time-to-live', 'point-in-time-recovery', 'request-validation', 'api-key-source'];
const ref = (Ref: string) => ({ Ref });

describe('droppedOf', () => {
  const tables = {
    Resources: {
      Orders: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        },
      },
      Plain: { Type: 'AWS::DynamoDB::Table' },
    },
  };

  it('finds what a table loses', () => {
    expect(droppedOf(tables, everything).tables).toEqual([
      { table: 'Orders', expiryAttribute: 'expiresAt', pointInTimeRecovery: true },
      { table: 'Plain', pointInTimeRecovery: false },
    ]);
  });

  it('leaves alone what the emulator keeps', () => {
    expect(droppedOf(tables, ['point-in-time-recovery']).tables[0]).toEqual({ table: 'Orders', pointInTimeRecovery: true });
    const Properties = { RestApiId: ref('Api'), ValidateRequestBody: true };
    const validator = { Resources: { Strict: { Type: 'AWS::ApiGateway::RequestValidator', Properties } } };
    expect(droppedOf(validator, everything).validators).toHaveLength(1);
    expect(droppedOf(validator, ['time-to-live']).validators).toEqual([]);
  });

  it('finds where an API takes the key of a call from', () => {
    const apis = {
      Resources: {
        Metered: { Type: 'AWS::ApiGateway::RestApi', Properties: { ApiKeySourceType: 'AUTHORIZER' } },
        Plain: { Type: 'AWS::ApiGateway::RestApi', Properties: {} },
      },
    };
    expect(droppedOf(apis, everything).keySources).toEqual([{ api: 'Metered', source: 'AUTHORIZER' }]);
    expect(droppedOf(apis, ['request-validation']).keySources).toEqual([]);
  });

  it('finds validators and the methods that name one, also at the root', () => {
    const method = (ResourceId: unknown, more: object = {}) => ({
      Type: 'AWS::ApiGateway::Method',
      Properties: { RestApiId: ref('Api'), ResourceId, HttpMethod: 'POST', ...more },
    });
    const { validators, methods } = droppedOf(
      {
        Resources: {
          Strict: {
            Type: 'AWS::ApiGateway::RequestValidator',
            Properties: { RestApiId: ref('Api'), ValidateRequestBody: true, ValidateRequestParameters: false },
          },
          Orders: method(ref('OrdersResource'), { RequestValidatorId: ref('Strict') }),
          Root: method({ 'Fn::GetAtt': ['Api', 'RootResourceId'] }, { RequestValidatorId: ref('Strict') }),
          Unchecked: method(ref('OtherResource')),
        },
      },
      everything,
    );
    expect(validators).toEqual([{ validator: 'Strict', api: 'Api', body: true, parameters: false }]);
    expect(methods).toEqual([
      { api: 'Api', resource: 'OrdersResource', httpMethod: 'POST', validator: 'Strict' },
      { api: 'Api', httpMethod: 'POST', validator: 'Strict' },
    ]);
  });

  it('refuses a template that it does not understand rather than skip a part of it', () => {
    const Properties = { RestApiId: 'literal', ValidateRequestBody: true };
    const template = { Resources: { V: { Type: 'AWS::ApiGateway::RequestValidator', Properties } } };
    expect(() => droppedOf(template, everything)).toThrow(/expects a reference/);
  });
});

import { describe, expect, it } from 'vitest';
import { droppedOf } from './dropped-properties.ts';

const ref = (Ref: string) => ({ Ref });

describe('droppedOf', () => {
  it('finds what a table loses', () => {
    const Properties = {
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    };
    const { tables } = droppedOf({
      Resources: { Orders: { Type: 'AWS::DynamoDB::Table', Properties }, Plain: { Type: 'AWS::DynamoDB::Table' } },
    });
    expect(tables).toEqual([
      { table: 'Orders', expiryAttribute: 'expiresAt', pointInTimeRecovery: true },
      { table: 'Plain', pointInTimeRecovery: false },
    ]);
  });

  it('finds validators and the methods that name one, also at the root', () => {
    const method = (ResourceId: unknown, more: object = {}) => ({
      Type: 'AWS::ApiGateway::Method',
      Properties: { RestApiId: ref('Api'), ResourceId, HttpMethod: 'POST', ...more },
    });
    const { validators, methods } = droppedOf({
      Resources: {
        Strict: {
          Type: 'AWS::ApiGateway::RequestValidator',
          Properties: { RestApiId: ref('Api'), ValidateRequestBody: true, ValidateRequestParameters: false },
        },
        Orders: method(ref('OrdersResource'), { RequestValidatorId: ref('Strict') }),
        Root: method({ 'Fn::GetAtt': ['Api', 'RootResourceId'] }, { RequestValidatorId: ref('Strict') }),
        Unchecked: method(ref('OtherResource')),
      },
    });
    expect(validators).toEqual([{ validator: 'Strict', api: 'Api', body: true, parameters: false }]);
    expect(methods).toEqual([
      { api: 'Api', resource: 'OrdersResource', httpMethod: 'POST', validator: 'Strict' },
      { api: 'Api', httpMethod: 'POST', validator: 'Strict' },
    ]);
  });

  it('refuses a template that it does not understand rather than skip a part of it', () => {
    const Properties = { RestApiId: 'literal', ValidateRequestBody: true };
    expect(() => droppedOf({ Resources: { V: { Type: 'AWS::ApiGateway::RequestValidator', Properties } } })).toThrow(
      /expects a reference/,
    );
  });
});

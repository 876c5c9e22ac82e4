import { describe, expect, it } from 'vitest';
import { authorizerResult } from './authorization.ts';

const methodArn = 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/GET/api/v1/orders/1';
const wholeStage = 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/*';
const pep = {
  outcome: 'allowed',
  userId: 'pep',
  organizationId: 'olivar',
  permissions: ['product:read', 'product:write'],
  localIds: ['mill', 'press'],
  meterKey: 'organizationolivar',
  secondsToQuotaReset: 3600,
} as const;

describe('authorizerResult', () => {
  it('allows the whole stage and nothing of another, and names the caller in strings', () => {
    expect(authorizerResult(pep, methodArn)).toEqual({
      principalId: 'pep',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: wholeStage }],
      },
      context: {
        userId: 'pep',
        organizationId: 'olivar',
        permissions: 'product:read product:write',
        localIds: 'mill press',
        secondsToQuotaReset: '3600',
      },
      usageIdentifierKey: 'organizationolivar',
    });
  });

  it('denies the whole stage when nobody can say who calls, and names no caller', () => {
    expect(authorizerResult({ outcome: 'unavailable' }, methodArn)).toEqual({
      principalId: 'unknown',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Deny', Resource: wholeStage }],
      },
    });
  });

  it('throws rather than allow everything', () => {
    expect(() => authorizerResult(pep, 'arn:aws:execute-api')).toThrow(TypeError);
  });
});

import { describe, expect, it } from 'vitest';
import { wholeStage } from './stage-policy.ts';

describe('wholeStage', () => {
  it('allows all of the stage and nothing of another', () => {
    expect(wholeStage('arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/GET/api/v1/orders/1').Statement).toEqual([
      { Action: 'execute-api:Invoke', Effect: 'Allow', Resource: 'arn:aws:execute-api:eu-west-1:123456789012:abc123/dev/*' },
    ]);
  });

  it('throws rather than allow everything', () => {
    expect(() => wholeStage('arn:aws:execute-api')).toThrow(TypeError);
  });
});

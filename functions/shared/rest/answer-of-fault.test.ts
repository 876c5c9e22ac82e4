import { InternalServerError, ProvisionedThroughputExceededException, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { AuthUnavailableError } from '../auth/auth-unavailable-error.ts';
import { ContendedError } from '../faults.ts';
import { BadCursorError } from '../store/cursor.ts';
import { answerOfFault } from './answer-of-fault.ts';

const $metadata = {};
const answered = (thrown: unknown) => {
  const { status, headers } = answerOfFault(thrown);
  return [status, headers?.['Retry-After']];
};

describe('answerOfFault', () => {
  it('says 503, and when to try again, of what may be over soon', () => {
    expect(answered(new AuthUnavailableError('out'))).toEqual([503, '5']);
    expect(answered(new ContendedError('busy'))).toEqual([503, '1']);
    expect(answered(new ProvisionedThroughputExceededException({ $metadata, message: 'slow down' }))).toEqual([503, '5']);
    expect(answered(new InternalServerError({ $metadata, message: 'oops' }))).toEqual([503, '5']);
    expect(answered(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }))).toEqual([503, '5']);
  });

  it('says 422 of a cursor that is not ours', () => {
    expect(answered(new BadCursorError('bad'))).toEqual([422, undefined]);
  });

  it('takes everything else for our own fault, and never repeats its text', () => {
    expect(answered(new ResourceNotFoundException({ $metadata, message: 'table secret-name not found' }))).toEqual([
      500,
      undefined,
    ]);
    expect(JSON.stringify(answerOfFault(new Error('secret-name')))).not.toContain('secret-name');
  });
});

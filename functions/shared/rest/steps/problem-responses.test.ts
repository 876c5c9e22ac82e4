import { afterEach, describe, expect, it, vi } from 'vitest';
import { newCause } from '../../../../tests/kit/rest-request.ts';
import { runStep } from '../../../../tests/kit/rest-step.ts';
import { ContendedError, PermanentFault } from '../../faults.ts';
import { log } from '../../log.ts';
import { EarlyAnswer, ok, problem } from '../answer.ts';
import { problemResponses } from './problem-responses.ts';

log.setLogLevel('SILENT');
afterEach(() => vi.restoreAllMocks());
const cause = newCause({ correlationId: 'correlation-1' });
const answered = async (thrown: unknown) => {
  const { response } = await runStep(problemResponses(), { before: { cause }, handler: () => Promise.reject(thrown) });
  return response;
};

describe('problemResponses', () => {
  it('sends an early answer as it is, with the correlation id in a problem', async () => {
    expect((await answered(new EarlyAnswer(ok({ n: 1 })))).body).toBe('{"n":1}');
    const refused = await answered(new EarlyAnswer(problem('not-allowed', { detail: 'no', headers: { Allow: 'GET' } })));
    expect(refused).toMatchObject({ statusCode: 403, headers: { Allow: 'GET', 'Content-Type': 'application/problem+json' } });
    expect(JSON.parse(refused.body)).toMatchObject({ status: 403, detail: 'no', correlationId: 'correlation-1' });
  });

  it('sends a stored response byte for byte', async () => {
    const body = '{"a": 1.0,\n"b":"é"}';
    const replayed = await answered(new EarlyAnswer({ status: 201, headers: { Location: 'orders/1' }, replayedBody: body }));
    expect(replayed).toMatchObject({ statusCode: 201, headers: { Location: 'orders/1', 'Idempotency-Replayed': 'true' }, body });
  });

  it('logs a fault with its cause and tells the caller nothing of it', async () => {
    const error = vi.spyOn(log, 'error');
    const response = await answered(new PermanentFault('table secret-name is corrupt'));
    expect(response.statusCode).toBe(500);
    expect(JSON.stringify(response)).not.toContain('secret-name');
    expect(error).toHaveBeenCalledWith(
      'request failed',
      expect.objectContaining({ correlationId: 'correlation-1', cause: expect.stringContaining('secret-name') }),
    );
  });

  it('logs no refusal as a fault', async () => {
    const error = vi.spyOn(log, 'error');
    await answered(new EarlyAnswer(problem('not-found')));
    expect(error).not.toHaveBeenCalled();
  });

  it('answers what may pass with 503 and when to try again', async () => {
    expect(await answered(new ContendedError('busy'))).toMatchObject({ statusCode: 503, headers: { 'Retry-After': '1' } });
  });

  it.each(['a text', undefined, null, 7])('answers a thrown %j too', async (thrown) => {
    expect((await answered(thrown)).statusCode).toBe(500);
  });
});

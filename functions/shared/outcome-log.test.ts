import middy from '@middy/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lambdaContext } from '../../tests/kit/lambda-context.ts';
import { log } from './log.ts';
import { outcomeLog } from './outcome-log.ts';

log.setLogLevel('SILENT');
afterEach(() => vi.restoreAllMocks());

type Asked = { id: string };
const chain = (handler: (event: Asked) => Promise<string>, rescue?: string) =>
  middy<Asked, string>()
    .use(outcomeLog<Asked, string, object>('work', ({ event, response }) => ({ id: event.id, response })))
    .use({
      onError: (request) => {
        if (rescue !== undefined) request.response = rescue;
      },
    })
    .handler(handler);

describe('outcomeLog', () => {
  it('writes one line with the fields, the response and the time it took', async () => {
    const info = vi.spyOn(log, 'info');
    await chain(async () => 'done')({ id: 'a' }, lambdaContext());
    expect(info.mock.calls).toEqual([['work', { id: 'a', response: 'done', durationMs: expect.any(Number) }]]);
  });

  it('writes an error for a fault that no step turned into a response, and lets it through', async () => {
    const [info, error] = [vi.spyOn(log, 'info'), vi.spyOn(log, 'error')];
    const broken = chain(() => Promise.reject(new RangeError('too far')));
    await expect(broken({ id: 'a' }, lambdaContext())).rejects.toThrow('too far');
    expect(error).toHaveBeenCalledWith('work failed', expect.objectContaining({ id: 'a', cause: 'RangeError: too far' }));
    expect(info).not.toHaveBeenCalled();
  });

  it('writes an ordinary line for a fault that became a response', async () => {
    const [info, error] = [vi.spyOn(log, 'info'), vi.spyOn(log, 'error')];
    await chain(() => Promise.reject(new Error('no')), 'refused')({ id: 'a' }, lambdaContext());
    expect(info).toHaveBeenCalledWith('work', expect.objectContaining({ response: 'refused' }));
    expect(error).not.toHaveBeenCalled();
  });

  it('times invocations that run at once apart', async () => {
    const info = vi.spyOn(log, 'info');
    const waiting: (() => void)[] = [];
    const slow = chain(({ id }) => new Promise((resolve) => (id === 'fast' ? resolve(id) : waiting.push(() => resolve(id)))));
    const first = slow({ id: 'slow' }, lambdaContext());
    await new Promise((resolve) => setTimeout(resolve, 30));
    await slow({ id: 'fast' }, lambdaContext());
    for (const go of waiting) go();
    await first;
    const lines = info.mock.calls.map(([, line]) => Object(line));
    expect(lines.map(({ id }) => id)).toEqual(['fast', 'slow']);
    expect(lines[0].durationMs).toBeLessThan(lines[1].durationMs);
  });
});

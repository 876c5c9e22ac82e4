import { status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { callLog } from './call-log.ts';
import { methodCalls } from './call-metrics.ts';
import type { EndedCall } from './served-calls.ts';

function recording() {
  const clock = { ms: 0 };
  const lines: Record<string, unknown>[] = [];
  const write = (level: string) => (message: string, fields: Record<string, unknown>) =>
    lines.push({ level, message, ...fields });
  const logCall = callLog(() => clock.ms, { info: write('info'), error: write('error') });
  const call = (code: status, more: Partial<EndedCall> = {}) => {
    const method = methodCalls('/lonja.test.Echo/Say', false);
    const answered = { sentHeaders: { 'x-correlation-id': 'of-the-answer' } };
    logCall(
      { method, code, durationMs: 1.26, stream: answered, headers: {}, cause: undefined, ...more },
      code === status.INTERNAL,
    );
  };
  return { clock, lines, call };
}

describe('callLog', () => {
  it('writes a line per call, with the correlation id of the answer, or else that of the caller', () => {
    const { lines, call } = recording();
    call(status.OK);
    expect(lines[0]).toMatchObject({
      level: 'info',
      message: 'call',
      method: '/lonja.test.Echo/Say',
      code: 'OK',
      durationMs: 1.3,
    });
    expect(lines[0]).toMatchObject({ correlationId: 'of-the-answer' });
    call(status.CANCELLED, { stream: { sentHeaders: {} }, headers: { 'x-correlation-id': 'from-the-caller' } });
    expect(lines[1]).toMatchObject({ code: 'CANCELLED', correlationId: 'from-the-caller' });
    call(status.CANCELLED, { stream: { sentHeaders: {} }, headers: { 'x-correlation-id': 'no {"good"}' } });
    expect(lines[2]?.correlationId).toBeUndefined();
  });

  it('says what caused a fault, down to its cause', () => {
    const { lines, call } = recording();
    call(status.INTERNAL, { cause: new Error('no answer', { cause: new TypeError('ECONNREFUSED') }) });
    expect(lines).toMatchObject([{ level: 'error', cause: 'Error: no answer < TypeError: ECONNREFUSED' }]);
  });

  it('leaves lines out under load, faults last, and says how many', () => {
    const { clock, lines, call } = recording();
    for (let index = 0; index < 500; index++) call(status.OK);
    expect(lines).toHaveLength(10);
    for (let index = 0; index < 500; index++) call(status.INTERNAL);
    expect(lines).toHaveLength(110);
    clock.ms = 1000;
    call(status.OK);
    expect(lines.at(-1)).toMatchObject({ code: 'OK', leftOut: 400 });
  });
});

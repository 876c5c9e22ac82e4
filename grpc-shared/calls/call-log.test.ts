import { Metadata, status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import { callLog } from './call-log.ts';

function recording() {
  const clock = { ms: 0 };
  const lines: Record<string, unknown>[] = [];
  const write = (level: string) => (message: string, fields: Record<string, unknown>) =>
    lines.push({ level, message, ...fields });
  const logCall = callLog(() => clock.ms, { info: write('info'), error: write('error') });
  const call = (code: status, cause?: unknown, metadata = new Metadata()) =>
    logCall({ path: '/lonja.test.Echo/Say', isStream: false, code, durationMs: 1.26, metadata, cause }, code === status.INTERNAL);
  return { clock, lines, call };
}

describe('callLog', () => {
  it('writes a line a call, with the caller’s correlation id or a new one', () => {
    const { lines, call } = recording();
    const metadata = new Metadata();
    metadata.set('x-correlation-id', 'from-the-caller');
    call(status.OK, undefined, metadata);
    expect(lines[0]).toMatchObject({
      level: 'info',
      message: 'call',
      method: '/lonja.test.Echo/Say',
      code: 'OK',
      durationMs: 1.3,
    });
    expect(lines[0]).toMatchObject({ correlationId: 'from-the-caller' });
    const forged = new Metadata();
    forged.set('x-correlation-id', 'no {"good"}');
    call(status.OK, undefined, forged);
    expect(lines[1]?.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(forged.get('x-correlation-id')).toEqual([lines[1]?.correlationId]);
  });

  it('says what caused a fault, down to its cause', () => {
    const { lines, call } = recording();
    call(status.INTERNAL, new Error('no answer', { cause: new TypeError('ECONNREFUSED') }));
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

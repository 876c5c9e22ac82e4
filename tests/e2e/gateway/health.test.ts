import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../local/process/eventually.ts';
import { startGrpc, stopGrpc } from '../../kit/grpc-control.ts';
import { callOnce, type RestAnswer } from '../../kit/rest.ts';

const ask = () => callOnce('GET /health');
const downIn = ({ body }: RestAnswer): string[] => {
  const { dependencies = [] }: { dependencies?: { kind: string; name: string; status: string }[] } = body;
  return dependencies.filter(({ status }) => status === 'down').map(({ kind, name }) => `${kind} ${name}`);
};

describe('GET /health', () => {
  afterEach(async () => {
    await startGrpc('auth');
  });

  it('is ok, then degraded with the one service that is out, then ok again, and tells no secrets', async () => {
    const healthy = await eventually('everything to work', async () => {
      const answer = await ask();
      return answer.body.status === 'ok' && answer;
    });
    const kinds = Object(healthy.body).dependencies.map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['table', 'bus', 'queue', 'saga', 'grpc', 'provider', 'email']));
    await stopGrpc('auth');
    const degraded = await eventually('the loss of gRPC Auth to be noticed', async () => {
      const answer = await ask();
      return downIn(answer).length > 0 && answer;
    });
    expect(degraded.status).toBe(200);
    expect(degraded.body.status).toBe('degraded');
    expect(downIn(degraded)).toEqual(['grpc auth']);
    for (const { text } of [healthy, degraded]) expect(text).not.toMatch(/arn:|https?:|127\.0\.0\.1|\.internal|Exception|\d{12}/);
    await startGrpc('auth');
    await eventually('gRPC Auth to be back', async () => (await ask()).body.status === 'ok');
  });
});

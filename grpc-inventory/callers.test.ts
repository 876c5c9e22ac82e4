import { Metadata, status } from '@grpc/grpc-js';
import { describe, expect, it } from 'vitest';
import type { TokenVerification } from '../functions/shared/auth/auth-answer.ts';
import { AuthUnavailableError } from '../functions/shared/auth/auth-unavailable-error.ts';
import { DependencyOutError } from '../grpc-shared/calls/call-errors.ts';
import { Callers } from './callers.ts';

const trace = { correlationId: 'correlation-1', traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' };
const pep: TokenVerification = {
  isValid: true,
  userId: 'pep',
  organizationId: 'market',
  permissions: ['inventory:read'],
  localIds: [],
};

function auth(answer: () => Promise<TokenVerification>) {
  const asked: string[] = [];
  const clock = { ms: 0 };
  const verifyToken = (token: string) => {
    asked.push(token);
    return answer();
  };
  return { asked, clock, callers: new Callers({ verifyToken }, () => clock.ms) };
}

function bearing(authorization?: string) {
  const metadata = new Metadata();
  if (authorization !== undefined) metadata.set('authorization', authorization);
  return { metadata, trace };
}

describe('callers', () => {
  it('are who their token says', async () => {
    const { callers } = auth(async () => pep);
    expect(await callers.admit(bearing('Bearer good'), 'inventory:read')).toEqual({
      userId: 'pep',
      organizationId: 'market',
      permissions: new Set(['inventory:read']),
      localIds: [],
    });
  });

  it.each([
    ['no header', undefined],
    ['another scheme', 'Basic Z29vZA=='],
    ['an oversized token', `Bearer ${'x'.repeat(9000)}`],
  ])('are UNAUTHENTICATED with %s, and Auth is not asked', async (_what, header) => {
    const { callers, asked } = auth(async () => pep);
    await expect(callers.admit(bearing(header), 'inventory:read')).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
    expect(asked).toEqual([]);
  });

  it('are UNAUTHENTICATED with a bad token, and never told why', async () => {
    const { callers } = auth(async () => ({ isValid: false, reason: 'deactivated' }));
    const refused = callers.admit(bearing('Bearer bad'), 'inventory:read');
    await expect(refused).rejects.toMatchObject({ code: status.UNAUTHENTICATED, message: 'a valid access token is needed' });
  });

  it('are denied what they may not', async () => {
    const { callers } = auth(async () => pep);
    const refused = callers.admit(bearing('Bearer good'), 'inventory:adjust');
    await expect(refused).rejects.toMatchObject({ code: status.PERMISSION_DENIED });
  });

  it('are asked about four times a second, and once for calls at the same time', async () => {
    let answer: TokenVerification = pep;
    const { callers, asked, clock } = auth(async () => answer);
    await Promise.all(Array.from({ length: 20 }, () => callers.admit(bearing('Bearer good'), 'inventory:read')));
    clock.ms = 249;
    await callers.admit(bearing('Bearer good'), 'inventory:read');
    expect(asked).toHaveLength(1);
    answer = { isValid: false, reason: 'deactivated' };
    clock.ms = 250;
    await expect(callers.admit(bearing('Bearer good'), 'inventory:read')).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
    expect(asked).toHaveLength(2);
  });

  it('are neither allowed nor denied when Auth is out, and asked about again', async () => {
    let out = true;
    const { callers } = auth(async () => {
      if (out) throw new AuthUnavailableError('no answer');
      return pep;
    });
    await expect(callers.admit(bearing('Bearer good'), 'inventory:read')).rejects.toThrow(DependencyOutError);
    out = false;
    await callers.admit(bearing('Bearer good'), 'inventory:read');
  });
});

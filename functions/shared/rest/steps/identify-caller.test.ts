import { describe, expect, it } from 'vitest';
import { gatewayEvent, newCaller } from '../../../../tests/kit/rest-request.ts';
import { earlyAnswer, runStep } from '../../../../tests/kit/rest-step.ts';
import { AuthUnavailableError } from '../../auth/auth-unavailable-error.ts';
import { callerOf } from '../caller.ts';
import { checkPermission, identifyCaller } from './identify-caller.ts';

const caller = newCaller({ permissions: ['order:read'], localIds: ['shop-1', 'shop-2'] });
const event = gatewayEvent('GET /orders/{orderId}', { caller });
const anonymous = gatewayEvent('GET /orders/{orderId}');

describe('identifyCaller', () => {
  it('takes who calls from the authorizer', async () => {
    const { call } = await runStep(identifyCaller(callerOf), { event });
    expect(call.caller).toEqual(caller);
  });

  it('refuses with 401 who proved nothing on a secured route', async () => {
    expect(await earlyAnswer(runStep(identifyCaller(callerOf), { event: anonymous }))).toMatchObject({ status: 401 });
  });

  it('lets anybody use a public route, and still knows a caller who signed in', async () => {
    const before = { operation: { secured: false } };
    const fails = () => Promise.reject(new Error('nobody asks who calls a public route'));
    expect((await runStep(identifyCaller(fails), { event: anonymous, before })).call.caller).toBeUndefined();
    expect((await runStep(identifyCaller(fails), { event, before })).call.caller).toEqual(caller);
  });

  it('takes an outage of Auth for no denial', async () => {
    const out = () => Promise.reject(new AuthUnavailableError('out'));
    await expect(runStep(identifyCaller(out), { event })).rejects.toThrow(AuthUnavailableError);
  });
});

describe('checkPermission', () => {
  it('lets a caller with the permission pass, and any caller where the contract demands none', async () => {
    await runStep(checkPermission(), { before: { caller, operation: { permission: 'order:read' } } });
    await runStep(checkPermission(), { before: { caller, operation: { permission: undefined } } });
  });

  it('refuses a caller without it with 403', async () => {
    const refused = runStep(checkPermission(), { before: { caller, operation: { permission: 'audit:read' } } });
    expect(await earlyAnswer(refused)).toMatchObject({ status: 403, body: { detail: expect.stringContaining('audit:read') } });
  });

  it('refuses nobody in particular with 403 too', async () => {
    const refused = runStep(checkPermission(), { before: { caller: undefined, operation: { permission: 'order:read' } } });
    expect(await earlyAnswer(refused)).toMatchObject({ status: 403 });
  });
});

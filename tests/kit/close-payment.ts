/** For unit tests of what cancels orders: payment's function that closes payments, as a server in this process. */
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { type AwsInput, AwsRefusal, awsSettings, type StubAws, startStubAws } from './stub-aws.ts';

export function closePaymentStub() {
  const payment = {
    /** What it was called with. */
    closed: [] as AwsInput[],
    /** What it finds when it is called. */
    onCall: async (): Promise<unknown> => undefined,
    isOut: false,
  };
  let aws: StubAws;
  beforeAll(async () => {
    aws = await startStubAws({
      'POST /2015-03-31/functions/close-payment/invocations': async (input) => {
        if (payment.isOut) throw new AwsRefusal('ServiceException', 500);
        await payment.onCall();
        payment.closed.push(input);
        return { outcome: 'done' };
      },
    });
  });
  beforeEach(() => {
    const settings = { ...awsSettings(aws), CLOSE_PAYMENT_FUNCTION_NAME: 'close-payment' };
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    Object.assign(payment, { closed: [], onCall: async () => undefined, isOut: false });
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });
  afterAll(() => aws.stop());
  return payment;
}

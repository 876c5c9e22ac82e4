import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { SagaOrder } from '../../../generated/saga/types.ts';
import { awsCallsTriedOnce } from '../../shared/aws/aws-calls.ts';
import { environment } from '../../shared/environment.ts';
import type { StoredOrder } from './order-codec.ts';

/** A cold start of the function fits in. */
const timeoutMs = 2_000;
let client: LambdaClient | undefined;

/**
 * A hint that closes the payment of a cancelled order before anybody hears that it is cancelled: no charge is requested afterwards,
 * and one that was requested is reversed. Payment's consumer of order.cancelled guarantees that it is closed.
 */
export const closePaymentHint = (organizationId: string, order: StoredOrder) => async (): Promise<void> => {
  const { orderId, customerId, lines, totalAmount, paymentMethod, correlationId, traceparent } = order;
  const input: SagaOrder = {
    ...{ orderId, organizationId, customerId, lines: [...lines], totalAmount, paymentMethod },
    ...{ correlationId, traceparent, causationId: `cancellation-${orderId}` },
  };
  client ??= new LambdaClient(awsCallsTriedOnce);
  const call = new InvokeCommand({
    FunctionName: environment('CLOSE_PAYMENT_FUNCTION_NAME'),
    Payload: Buffer.from(JSON.stringify(input)),
  });
  const { FunctionError } = await client.send(call, { abortSignal: AbortSignal.timeout(timeoutMs) });
  if (FunctionError !== undefined) throw new Error(`the payment of order ${orderId} was not closed: ${FunctionError}`);
};

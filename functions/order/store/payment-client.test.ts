import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const domain = join(import.meta.dirname, '..');

/** The saga's own CancelOrder is followed by RefundPayment; a shipment cancels orders that are not pending any more. */
const closesItsPaymentOtherwise = ['consumers/shipping/shipping-cancelled.ts', 'saga-tasks/cancel-order.ts'];

it('is used by everything that may cancel a pending order', () => {
  const files = globSync(['{rest,consumers,saga-tasks,jobs}/**/*.ts', '*.ts'], { cwd: domain }).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  const cancelling = files.filter((file) =>
    /decideCancellation|decideExpiry|shipmentCancelled/.test(readFileSync(join(domain, file), 'utf8')),
  );
  const closing = files.filter((file) => /cancellationEffects/.test(readFileSync(join(domain, file), 'utf8')));
  expect(cancelling.length).toBeGreaterThan(3);
  expect([...closing, ...closesItsPaymentOtherwise].toSorted()).toEqual(cancelling.toSorted());
});

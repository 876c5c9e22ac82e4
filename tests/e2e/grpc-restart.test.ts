import { afterAll, describe, expect, inject, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { killGrpc } from '../kit/grpc-control.ts';
import { answerOf, bearing, inventoryClient } from '../kit/grpc-inventory.ts';
import { openMarket } from '../kit/market.ts';

describe('a gRPC service whose process is killed', () => {
  const client = inventoryClient();
  afterAll(() => client.close());

  it('is restarted on the same ports, and a connected caller recovers', async () => {
    const { buyer, products } = await openMarket();
    const lines = [{ productId: String(products[0]?.productId), quantity: 1 }];
    const check = () => answerOf((answered) => client.checkStock({ lines }, bearing(buyer), answered));
    // A process counts its calls from 0, so a lower count is another process.
    const countedCalls = async () => {
      const metrics = await (await fetch(`${inject('world').grpcHttp.inventory}/metrics`)).text();
      return [...metrics.matchAll(/^grpc_requests_total\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
    };
    expect(await check()).toMatchObject({ allAvailable: true });
    const before = await countedCalls();
    expect(before).toBeGreaterThan(0);

    await killGrpc('inventory');
    await eventually('another process', async () => (await countedCalls()) < before);
    expect(await eventually('an answer after the restart', check)).toMatchObject({ allAvailable: true });
  });
});

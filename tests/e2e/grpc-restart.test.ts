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
    const startedAtSeconds = async () => {
      const metrics = await (await fetch(`${inject('world').grpcHttp.inventory}/metrics`)).text();
      return Number(/^process_start_time_seconds (\d+)/m.exec(metrics)?.[1]);
    };
    expect(await check()).toMatchObject({ allAvailable: true });
    const before = await startedAtSeconds();

    await killGrpc('inventory');
    await eventually('another process', async () => (await startedAtSeconds()) > before);
    expect(await eventually('an answer after the restart', check)).toMatchObject({ allAvailable: true });
  });
});

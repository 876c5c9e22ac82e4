import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '../../local/process/eventually.ts';
import { killGrpc, pidOfGrpc } from '../kit/grpc-control.ts';
import { answerOf, bearing, inventoryClient } from '../kit/grpc-inventory.ts';
import { openMarket } from '../kit/market.ts';

describe('a gRPC service whose process is killed', () => {
  const client = inventoryClient();
  afterAll(() => client.close());

  it('is restarted on the same ports, and a connected caller recovers', async () => {
    const { buyer, products } = await openMarket();
    const lines = [{ productId: String(products[0]?.productId), quantity: 1 }];
    const check = () => answerOf((answered) => client.checkStock({ lines }, bearing(buyer), answered));
    expect(await check()).toMatchObject({ allAvailable: true });
    const before = await pidOfGrpc('inventory');

    await killGrpc('inventory');
    expect(await eventually('an answer after the restart', check)).toMatchObject({ allAvailable: true });
    expect(await pidOfGrpc('inventory')).not.toBe(before);
  });
});

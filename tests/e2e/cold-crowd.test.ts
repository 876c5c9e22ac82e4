import { describe, expect, inject, it } from 'vitest';
import { coolDown } from '../../bench/cool-down.ts';
import { crowd, registerBuyers } from '../../bench/crowd.ts';
import { settings } from '../kit/aws.ts';
import { openMarket, readStock } from '../kit/market.ts';
import { expectSound } from '../kit/sound-market.ts';

describe('50 buyers who arrive at once while every function is cold', { timeout: 240_000 }, () => {
  it('are all served within a minute, and none of them has to come back', async () => {
    const { restUrl } = inject('world');
    const market = await openMarket({ products: [{ initialStock: 60 }] });
    const productId = String(market.products[0]?.productId);
    const buyers = await registerBuyers(restUrl, { organizationId: market.organizationId, productId, count: 50 });
    await coolDown(settings);

    const { served, allServedMs, unavailable, refused } = await crowd(restUrl, buyers);
    expect(unavailable).toEqual([]);
    expect(refused).toEqual([]);
    expect(served).toBe(50);
    expect(allServedMs).toBeLessThan(60_000);
    await expectSound(market);
    expect(await readStock(market, productId)).toMatchObject({ available: 10, reserved: 50 });
  });
});

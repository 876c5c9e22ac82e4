import { describe, expect, it } from 'vitest';
import { WatchStockResponse } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { countLevels } from './stock-levels.ts';

const stock = {
  productId: '0193a000-0000-7000-8000-000000000001',
  available: 300,
  reserved: 0,
  shipped: 1n,
  aggregateVersion: 70_000n,
};

describe('countLevels', () => {
  it.each([0, 1, 3, 200])('counts %i levels and not what comes after them', (count) => {
    const stocks = Array.from({ length: count }, () => stock);
    const bytes = WatchStockResponse.encode({ stocks, snapshotComplete: true, unknownProductIds: ['x'] }).finish();
    expect(countLevels(Buffer.from(bytes))).toBe(count);
  });
});

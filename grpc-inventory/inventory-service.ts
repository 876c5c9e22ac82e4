import { InventoryServiceService } from '../generated/grpc/lonja/inventory/v1/inventory.ts';
import { type GrpcService, grpcService } from '../grpc-shared/calls/grpc-service.ts';
import { unary } from '../grpc-shared/calls/methods.ts';
import { FirstReads } from './board/first-reads.ts';
import { bulkImport } from './methods/bulk-import.ts';
import { answerOf, wantedOf } from './methods/check-stock.ts';
import type { InventoryDependencies } from './methods/inventory-dependencies.ts';
import { sync } from './methods/sync.ts';
import { watchStock } from './methods/watch-stock.ts';
import { outOfReachTold } from './stock-store.ts';

/** The methods that stream levels write messages that are encoded already. */
const encoded = (message: Uint8Array) => Buffer.from(message.buffer, message.byteOffset, message.byteLength);
const definition = {
  ...InventoryServiceService,
  watchStock: { ...InventoryServiceService.watchStock, responseSerialize: encoded },
  sync: { ...InventoryServiceService.sync, responseSerialize: encoded },
};

/** lonja.inventory.v1.InventoryService. */
export function inventoryService(given: Omit<InventoryDependencies, 'firstReads'>): GrpcService {
  const { callers } = given;
  const store = outOfReachTold(given.store);
  const dependencies = { ...given, store, firstReads: new FirstReads(store) };
  return grpcService(definition, {
    checkStock: unary(async ({ lines }, context) => {
      const wanted = wantedOf(lines);
      const { organizationId } = await callers.admit(context, 'inventory:read');
      return answerOf(wanted, await store.findLevels(organizationId, [...wanted.keys()]));
    }),
    watchStock: watchStock(dependencies),
    bulkImport: bulkImport(dependencies),
    sync: sync(dependencies),
  });
}

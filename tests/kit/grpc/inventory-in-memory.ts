import { type Client, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import type { Stock } from '../../../functions/inventory/model/stock.ts';
import { decideEntries, fingerprintOf } from '../../../functions/inventory/model/stock-entry.ts';
import { levelOf } from '../../../functions/inventory/model/stock-feed.ts';
import type { TokenVerification } from '../../../functions/shared/auth/auth-answer.ts';
import { AuthUnavailableError } from '../../../functions/shared/auth/auth-unavailable-error.ts';
import { InventoryServiceClient } from '../../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { StockBoard } from '../../../grpc-inventory/board/stock-board.ts';
import { Callers } from '../../../grpc-inventory/callers.ts';
import { inventoryService } from '../../../grpc-inventory/inventory-service.ts';
import type { StockStore } from '../../../grpc-inventory/stock-store.ts';
import { Health } from '../../../grpc-shared/server/health.ts';
import { startGrpcServer } from '../../../grpc-shared/server/server.ts';

export const market = '0197a000-0000-7000-8000-0000000000aa';
/** Sells all products. */
export const shop = '0197a000-0000-7000-8000-0000000000c1';
const anotherShop = '0197a000-0000-7000-8000-0000000000c2';
export const productId = (number: number) => `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** For tests: the service over real gRPC, with a table and an Auth that are maps. A token is the name of its caller. */
export async function serviceInMemory({ products = 3, stallLimitMs = 20_000 } = {}) {
  const board = new StockBoard();
  const health = new Health();
  const stocks = new Map<string, Stock>();
  const journals = new Map<string, Map<number, string>>();
  const tokens = new Map<string, TokenVerification | 'out'>([
    ['producer', verified(market, ['inventory:read', 'inventory:adjust'], [shop])],
    ['neighbour', verified(market, ['inventory:read', 'inventory:adjust'], [anotherShop])],
    ['admin', verified(market, ['inventory:read', 'inventory:adjust', 'auth:manage'])],
    ['buyer', verified(market, ['inventory:read'])],
    ['stranger', verified('0197a000-0000-7000-8000-0000000000ff', ['inventory:read', 'inventory:adjust'])],
  ]);
  const keyOf = (organizationId: string, id: string) => `${organizationId}/${id}`;

  /** As a commit and the feed do it. */
  function put(stock: Stock, organizationId = market): void {
    stocks.set(keyOf(organizationId, stock.productId), stock);
    board.publish(organizationId, [levelOf(stock)]);
  }
  const stockOf = (number: number) => stocks.get(keyOf(market, productId(number)));
  function setAvailable(number: number, available: number): void {
    const before = stockOf(number) ?? opened(number);
    put({ ...before, available, version: before.version + 1 });
  }

  const store: StockStore = {
    async findLevels(organizationId, productIds) {
      return new Map(
        productIds.flatMap((id) => {
          const stock = stocks.get(keyOf(organizationId, id));
          return stock === undefined ? [] : [[id, levelOf(stock)] as const];
        }),
      );
    },
    async enter({ organizationId, kind, id }, entries, { caller }) {
      const key = `${organizationId}/${kind}/${id}`;
      const stored = journals.get(key) ?? new Map<number, string>();
      journals.set(key, stored);
      const found = new Map(
        entries.flatMap((entry) => {
          const stock = stocks.get(keyOf(organizationId, entry.productId));
          return stock === undefined ? [] : [[entry.productId, stock] as const];
        }),
      );
      const entering = decideEntries(caller, entries, stored, found, { at: '2026-11-22T10:00:00.000Z' });
      for (const entry of entering.applied) stored.set(entry.number, fingerprintOf(entry));
      for (const stock of entering.stocks) put(stock, organizationId);
      return entering.outcomes;
    },
  };
  const verifyToken = async (token: string): Promise<TokenVerification> => {
    const verdict = tokens.get(token) ?? { isValid: false, reason: 'unknown' };
    if (verdict === 'out') throw new AuthUnavailableError('no answer');
    return verdict;
  };

  for (let number = 1; number <= products; number++) put(opened(number));
  // Verdicts are not kept, so that tests may change them.
  let nowMs = 0;
  const callers = new Callers({ verifyToken }, () => (nowMs += 1000));
  const service = inventoryService({ store, callers, board, health, stallLimitMs });
  const server = await startGrpcServer({ host: '127.0.0.1', port: 0, health, services: [service], reflection: false });
  const clients: Client[] = [];

  return {
    board,
    health,
    store,
    tokens,
    stockOf,
    setAvailable,
    port: server.port,
    client() {
      const client = new InventoryServiceClient(`127.0.0.1:${server.port}`, credentials.createInsecure(), {
        'grpc.use_local_subchannel_pool': 1,
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.close();
      await server.drain(100);
    },
  };
}

const verified = (organizationId: string, permissions: string[], localIds: string[] = []): TokenVerification => ({
  isValid: true,
  userId: '0197a000-0000-7000-8000-000000000001',
  organizationId,
  permissions,
  localIds,
});

const opened = (number: number): Stock => ({
  productId: productId(number),
  localId: shop,
  name: `Product ${number}`,
  initial: 10,
  adjusted: 0,
  available: 10,
  reserved: 0,
  shipped: 0,
  lowStockThreshold: 0,
  version: 1,
});

export function bearing(token: string): Metadata {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${token}`);
  return metadata;
}

type Answered<Response> = (error: ServiceError | null, response: Response) => void;

/** The answer of a call that has one. */
export const answerOf = <Response>(send: (answered: Answered<Response>) => unknown) =>
  new Promise<Response>((resolve, reject) => {
    send((error, response) => (error ? reject(error) : resolve(response)));
  });

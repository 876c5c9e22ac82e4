import type { InventoryOperations } from '../../../generated/rest/inventory.ts';
import { conflict, etag, notFound, problem, unprocessable } from '../../shared/rest/answer.ts';
import type { Route } from '../../shared/rest/rest-handler.ts';
import { readDecideCommit } from '../../shared/store/commit.ts';
import { adjustStock } from '../model/stock.ts';
import { stockAnswer } from '../model/stock-answer.ts';
import { findStock, putStocks } from '../store/stock-table.ts';

/** PUT /inventory/{productId}: pieces found or lost, as a difference, so that sales of the same minute stay counted. */
export const adjustStockRoute: Route<InventoryOperations['PUT /inventory/{productId}']> = async (request) => {
  const { params, body, caller, cause, headers, receivedAt } = request;
  return readDecideCommit(async () => {
    const stock = await findStock(caller.organizationId, params.productId);
    if (stock === undefined) return { result: notFound() };
    if (!matches(headers['if-match'], stock.version)) return { result: staleVersion(stock.version) };
    const adjustment = adjustStock(stock, { delta: body.delta, note: body.reason, at: receivedAt });
    switch (adjustment.outcome) {
      case 'below-zero':
        return { result: conflict('stock-reserved', reservedDetail(adjustment)) };
      case 'over-limit':
        return {
          result: unprocessable(`a product has at most ${adjustment.limit} pieces`, [{ path: '/delta', message: 'is too much' }]),
        };
      case 'adjusted': {
        const answer = stockAnswer(adjustment.stock);
        const writes = putStocks(caller.organizationId, [adjustment.stock]);
        return { result: answer, commit: { cause, writes, publish: adjustment.events, answer } };
      }
    }
  });
};

/** If-Match (RFC 9110, 13.1.1): one of the tags it lists, or `*`; a request without it takes any version. */
const matches = (ifMatch: string | undefined, version: number) =>
  ifMatch === undefined || ifMatch.split(',').some((tag) => ['*', etag(version)].includes(tag.trim()));

const staleVersion = (version: number) =>
  problem({ status: 412, slug: 'stale-version', detail: `the stock is at version ${version}`, headers: { ETag: etag(version) } });

const reservedDetail = ({ available, reserved }: { available: number; reserved: number }) =>
  `${available} are available and ${reserved} are reserved for orders: at most ${available} can be taken away`;

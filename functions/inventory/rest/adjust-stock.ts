import type { InventoryOperations } from '../../../generated/rest/inventory.ts';
import { conflict, etag, notFound, problem } from '../../shared/answer.ts';
import { readDecideCommit } from '../../shared/commit.ts';
import type { Route } from '../../shared/rest-handler.ts';
import { adjustStock } from '../stock.ts';
import { findStock, putStock } from '../stock-table.ts';
import { stockAnswer } from './stock-answer.ts';

/** PUT /inventory/{productId}: pieces found or lost, as a difference, so that sales of the same minute stay counted. */
export const adjustStockRoute: Route<InventoryOperations['PUT /inventory/{productId}']> = ({
  params,
  body,
  caller,
  cause,
  headers,
  receivedAt,
}) =>
  readDecideCommit(async () => {
    const stock = await findStock(caller.organizationId, params.productId);
    if (stock === undefined) return { result: notFound() };
    if (!matches(headers['if-match'], stock.version)) {
      return { result: problem({ status: 412, slug: 'stale-version', detail: `the stock is at version ${stock.version}` }) };
    }
    const adjustment = adjustStock(stock, { delta: body.delta, note: body.reason, at: receivedAt });
    if (adjustment.outcome === 'below-zero') {
      const { available, reserved } = adjustment;
      return {
        result: conflict(
          'stock-reserved',
          `${available} are available and ${reserved} are reserved for orders: at most ${available} can be taken`,
        ),
      };
    }
    const answer = stockAnswer(adjustment.stock);
    return {
      result: answer,
      commit: { cause, writes: [putStock(caller.organizationId, adjustment.stock)], publish: adjustment.events, answer },
    };
  });

/** If-Match (RFC 9110, 13.1.1): one of the tags it lists, or `*`; a request without it takes any version. */
const matches = (ifMatch: string | undefined, version: number) =>
  ifMatch === undefined || ifMatch.split(',').some((tag) => ['*', etag(version)].includes(tag.trim()));

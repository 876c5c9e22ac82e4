import type { Stock as StockShown } from '../../../generated/rest/inventory.ts';
import { type Answer, etag, ok } from '../../shared/rest/answer.ts';
import type { Stock } from './stock.ts';

/** What a reader of a stock sees; its ETag is what an adjustment takes as If-Match. */
export function stockAnswer({ productId, available, reserved, shipped, version }: Stock): Answer {
  const shown: StockShown = { productId, available, reserved, shipped, version };
  return ok(shown, { ETag: etag(version) });
}

import { type Answer, etag, ok } from '../../shared/answer.ts';
import type { Stock } from '../stock.ts';

/** What a reader of a stock sees; its ETag is what an adjustment takes as If-Match. */
export const stockAnswer = ({ productId, available, reserved, shipped, version }: Stock): Answer =>
  ok({ productId, available, reserved, shipped, version }, { ETag: etag(version) });

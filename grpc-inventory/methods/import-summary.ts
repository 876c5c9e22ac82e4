import type { Rejection } from '../../functions/inventory/model/stock-entry.ts';
import type { BulkImportResponse } from '../../generated/grpc/lonja/inventory/v1/inventory.ts';
import { rejectedEntry } from './entry-answers.ts';

/** The number of rejections that are explained. The others are named by number and reason, so that the answer stays below 64 KB. */
const maxExplained = 50;

/** What an import comes to, row by row. */
export class ImportSummary {
  readonly answer: BulkImportResponse = { received: 0, applied: 0, repeated: 0, rejected: [] };

  reject(row: { number: number; productId: string }, rejection: Rejection): void {
    const { rejected } = this.answer;
    const isExplained = rejected.length < maxExplained;
    rejected.push(
      rejectedEntry(isExplained ? row : { ...row, productId: '' }, isExplained ? rejection : { ...rejection, detail: '' }),
    );
  }
}

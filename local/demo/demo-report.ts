import { styleText } from 'node:util';
import { formatMoney } from '../../functions/shared/money/format-money.ts';
import type { OrderStory } from './follow-order.ts';
import { timelineTable } from './timeline-table.ts';

/** The report on one demo order, as lines for a terminal. */
export function storyLines(story: OrderStory): string[] {
  const { title, orderId, correlationId, card, status, total, rows, stock, complaints } = story;
  const [head = '', ...table] = timelineTable(rows);
  return [
    styleText('bold', title),
    `  order ${orderId}, ${formatMoney(total)}, card ${card}`,
    `  correlation id ${correlationId}`,
    '',
    `  ${styleText('dim', head)}`,
    ...table.map((line) => `  ${line}`),
    '',
    ...stock.map(
      ({ product, before, after }) =>
        `  ${product}: ${before.available} → ${after.available} available, ${before.reserved} → ${after.reserved} reserved`,
    ),
    complaints.length === 0 ? styleText('green', `  ✔ ${status}`) : styleText('red', `  ✘ ${status}`),
    ...complaints.map((complaint) => styleText('red', `    ${complaint}`)),
  ];
}

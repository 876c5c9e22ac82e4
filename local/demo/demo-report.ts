import { styleText } from 'node:util';
import { formatMoney } from '../../functions/shared/money/format-money.ts';
import type { StockChange } from './demo-orders.ts';
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
    ...messageLines(story).map((line) => `  ${line}`),
    '',
    ...stock.map((change) => `  ${stockLine(change)}`),
    complaints.length === 0 ? styleText('green', `  ✔ ${status}`) : styleText('red', `  ✘ ${status}`),
    ...complaints.map((complaint) => styleText('red', `    ${complaint}`)),
  ];
}

/** The subjects of the e-mails and the texts of the SMS. These end with a link to a front end, which nobody runs here. */
function messageLines({ buyer, messages: { subjects, texts } }: Pick<OrderStory, 'buyer' | 'messages'>): string[] {
  return [
    styleText('dim', `what ${buyer} was sent, without the links`),
    ...subjects.map((subject) => `e-mail  ${subject}`),
    ...texts.map((text) => `SMS     ${text.replace(/ https:\/\/\S+$/, '')}`),
  ];
}

function stockLine({ product, before, after }: StockChange): string {
  const amounts = ['available', 'reserved', 'shipped'] as const;
  return `${product}: ${amounts.map((amount) => `${before[amount]} → ${after[amount]} ${amount}`).join(', ')}`;
}

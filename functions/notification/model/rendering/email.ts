import type { Language } from '../../../../generated/shared.ts';
import { oneLine, truncated } from '../../../shared/input/text.ts';
import { type Block, quoted, type Wording } from '../messages/message.ts';

export type Email = { subject: string; text: string; html: string };

/** What an e-mail says besides its message. */
export type Letterhead = {
  language: Language;
  name: string;
  /** Where the message leads. */
  url?: string;
  aboutId: string;
  /** The correlation id, by which support finds everything that belongs to it. */
  reference: string;
};

/** As long as the schema of notification.sent allows, in code points. */
const maxSubjectLength = 300;

const phrases = {
  es: {
    greeting: (name: string) => `Hola, ${name}:`,
    closing: 'Tu mercado Lonja',
    footer: (aboutId: string, reference: string) => `Sobre ${aboutId}. Referencia ${reference}.`,
  },
  en: {
    greeting: (name: string) => `Hello ${name},`,
    closing: 'Your Lonja market',
    footer: (aboutId: string, reference: string) => `About ${aboutId}. Reference ${reference}.`,
  },
} satisfies Record<Language, unknown>;

/** An e-mail as text and as HTML. Only the HTML is escaped; the subject is one line, so nothing in it becomes a header. */
export function renderEmail(wording: Wording, letterhead: Letterhead): Email {
  const { language, name, url, aboutId, reference } = letterhead;
  const { greeting, closing, footer } = phrases[language];
  const { action = url } = wording;
  const opening = greeting(quoted(name));
  const link = url === undefined || action === undefined ? undefined : { url, action };
  return {
    subject: subjectOf(wording),
    text: `${[
      opening,
      ...wording.body.map(textOf),
      ...(link === undefined ? [] : [`${link.action}: ${link.url}`]),
      closing,
      `--\n${footer(aboutId, reference)}`,
    ].join('\n\n')}\n`,
    html: [
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subjectOf(wording))}</title></head><body>`,
      `<p>${escaped(opening)}</p>`,
      ...wording.body.map(htmlOf),
      ...(link === undefined ? [] : [`<p><a href="${escaped(link.url)}">${escaped(link.action)}</a></p>`]),
      `<p>${escaped(closing)}</p>`,
      `<p><small>${escaped(footer(aboutId, reference))}</small></p>`,
      '</body></html>',
    ].join('\n'),
  };
}

export const subjectOf = ({ subject }: Wording): string => truncated(oneLine(subject), maxSubjectLength);

const textOf = (block: Block): string => (typeof block === 'string' ? block : block.items.map((item) => `  ${item}`).join('\n'));

const htmlOf = (block: Block): string =>
  typeof block === 'string'
    ? `<p>${escaped(block)}</p>`
    : `<ul>${block.items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

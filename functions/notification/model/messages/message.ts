import type { Language } from '../../../../generated/shared.ts';
import { oneLine, truncated } from '../../../shared/input/text.ts';
import type { Formats } from '../formats.ts';

/** A paragraph, or a list. */
export type Block = string | { items: readonly string[] };

/** The short text of an SMS or a push message. If it is too long for an SMS, `name` is cut and nothing else. */
export type Short = { before: string; name?: string; after?: string };

/** A message in one language. */
export type Wording = {
  subject: string;
  /** For e-mails. */
  body: readonly Block[];
  /** For SMS and push messages. Without it, the subject is sent. */
  short?: Short;
  /** What the link of an e-mail says. */
  action?: string;
};

/** What a recipient is told. */
export type Message = {
  /** The order, product or user that it is about. */
  aboutId: string;
  /** Where it leads, below the address of the front end. */
  path?: string;
  words: Record<Language, (formats: Formats) => Wording>;
};

const maxQuotedLength = 200;

/** Names and reasons are other people's words: none of them may start a line of ours, and so forge a header or paragraph. */
export const quoted = (text: string) => truncated(oneLine(text), maxQuotedLength);

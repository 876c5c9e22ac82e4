import { oneLine } from '../../../shared/input/text.ts';
import type { Wording } from '../messages/message.ts';
import { subjectOf } from './email.ts';

/** What the front end's service worker shows, and where a click on it leads. */
export type Push = { title: string; body: string; url?: string };

export function renderPush(wording: Wording, url?: string): Push {
  const { before, name = '', after = '' } = wording.short ?? { before: wording.subject };
  return { title: subjectOf(wording), body: oneLine(`${before}${oneLine(name)}${after}`), ...(url !== undefined && { url }) };
}

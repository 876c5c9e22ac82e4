import { etag, problem, type Refusal, refuse } from './answer.ts';

/** The versions that a request accepts, as its `If-Match` names them. */
export type IfMatch = { accepts(version: number): boolean };

/** As the contract says. */
const maxLength = 200;
/** One entity tag (RFC 9110, 8.8.3) of a list, with the comma that ends it. A list may hold empty elements (5.6.1). */
const listedTag = /[\t ]*((?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")?[\t ]*(?:,|$)/y;

/**
 * The `If-Match` of a request (RFC 9110, 13.1.1): `*` or a list of entity tags. Tags are compared strongly, so a weak one matches
 * nothing. Undefined without the header.
 * @throws {EarlyAnswer} 400 when it is neither
 */
export function givenIfMatch(headers: Readonly<Record<string, string>>): IfMatch | undefined {
  const given = headers['if-match'];
  if (given === undefined) return undefined;
  if (given.trim() === '*') return { accepts: () => true };
  const tags = tagsIn(given);
  if (tags.length === 0) refuse('malformed-header', { detail: 'If-Match is `*` or a list of ETags such as "3", "4"' });
  return { accepts: (version) => tags.includes(etag(version)) };
}

/**
 * For operations that only change what the caller has seen.
 * @throws {EarlyAnswer} 428 without the header, 400 when it is malformed
 */
export const requiredIfMatch = (headers: Readonly<Record<string, string>>): IfMatch =>
  givenIfMatch(headers) ??
  refuse('if-match-required', { detail: 'send the ETag that you read as If-Match, or `*` to change any version' });

/** The 412 for a request that does not accept the current version. It names that version. */
export const staleVersion = (version: number): Refusal =>
  problem('stale-version', { detail: `it is at version ${version} now`, headers: { ETag: etag(version) } });

/** The tags of a list; none when any part of it is malformed. */
function tagsIn(text: string): string[] {
  if (text.length > maxLength) return [];
  const tags: string[] = [];
  listedTag.lastIndex = 0;
  while (listedTag.lastIndex < text.length) {
    const found = listedTag.exec(text);
    if (found === null) return [];
    if (found[1] !== undefined) tags.push(found[1]);
  }
  return tags;
}

import { createHash } from 'node:crypto';

/** The cursor is not one we gave for this list: start again without it. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError';
}

/** An opaque place in a list. It is bound to the list, so that it opens no other tenant's pages. */
export function cursorOf(lastKey: Record<string, unknown>, list: string): string {
  return Buffer.from(JSON.stringify([digest(list), lastKey])).toString('base64url');
}

export function startOf(cursor: string, list: string): Record<string, unknown> {
  const parsed = parse(cursor);
  if (!Array.isArray(parsed) || parsed[0] !== digest(list) || !isKey(parsed[1]))
    throw new BadCursorError('the cursor is not of this list');
  return parsed[1];
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new BadCursorError('the cursor cannot be read');
  }
}

const isKey = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.values(value).every((part) => typeof part === 'string');

const digest = (list: string) => createHash('sha256').update(list).digest('base64url').slice(0, 16);

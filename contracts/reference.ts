import type { Documents } from './documents.ts';
import { isRecord, type Placed, type Schema } from './schema.ts';

/** The schema that a `$ref` refers to, and its name: its title, or the last part of its address. @throws when there is none */
export function dereference(ref: string, base: string, documents: Documents): Placed & { name: string } {
  const address = new URL(ref, base);
  const pointer = decodeURIComponent(address.hash.slice(1)).split('/').slice(1).map(unescapePart);
  address.hash = '';
  const document = documents.get(address.href);
  const schema = pointer.reduce<unknown>((node, part) => (isRecord(node) ? node[part] : undefined), document);
  if (!isSchema(schema)) throw new Error(`${base}: ${ref} leads nowhere`);
  return { schema, base: address.href, name: schema.title ?? pointer.at(-1) ?? address.href };
}

const unescapePart = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');
const isSchema = (value: unknown): value is Schema => isRecord(value);

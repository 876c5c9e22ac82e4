import type { Documents } from './documents.ts';
import { dereference } from './reference.ts';
import { isRecord } from './schema.ts';

export type LocalReferences = {
  /** A part of a document with every reference leading to `#/components/schemas`. */
  here: (node: unknown, base: string) => unknown;
  /** What was referred to in other documents, by name. */
  schemas: () => Record<string, unknown>;
};

/**
 * Gathers what a document refers to outside of itself. References into the document `ownId` stay; `taken` are the names that its own
 * schemas have. Two schemas of one name are an error.
 */
export function localReferences(documents: Documents, ownId: string, taken: Readonly<Record<string, unknown>>): LocalReferences {
  const added = new Map<string, { address: string; schema: unknown }>();

  const here = (node: unknown, base: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => here(item, base));
    if (!isRecord(node)) return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key]) => key !== '$id' && key !== '$schema')
        .map(([key, value]) => [
          key,
          key === '$ref' && typeof value === 'string' ? localReference(value, base) : here(value, base),
        ]),
    );
  };
  const localReference = (ref: string, base: string): string => {
    const address = new URL(ref, base).href;
    if (address.startsWith(`${ownId}#`)) return address.slice(ownId.length);
    const target = dereference(ref, base, documents);
    const name = `${target.name.charAt(0).toUpperCase()}${target.name.slice(1)}`;
    const earlier = added.get(name);
    if (taken[name] !== undefined || (earlier !== undefined && earlier.address !== address)) {
      throw new Error(`${name} is defined in ${ownId} and elsewhere, or twice: rename one`);
    }
    if (earlier === undefined) {
      const entry: { address: string; schema: unknown } = { address, schema: undefined };
      added.set(name, entry);
      entry.schema = here(target.schema, target.base);
    }
    return `#/components/schemas/${name}`;
  };
  const schemas = () =>
    Object.fromEntries(
      [...added].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, { schema }]) => [name, schema] as const),
    );
  return { here, schemas };
}

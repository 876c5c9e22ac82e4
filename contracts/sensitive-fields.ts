import { isRecord, type Placed, type Schema } from './schema.ts';

/** The field with the id of the person whom an event's sensitive fields belong to: the first of these that the schema has. */
const ownerFields = ['customerId', 'userId', 'recipientId'];

/** The JWE of a sealed field in compact form (RFC 7516). With `dir` its second part, the encrypted key, is empty. */
const sealedField: Schema = {
  type: 'string',
  maxLength: 131072,
  pattern: '^[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{22}$',
};

/** What follows for an event from the fields that its schema marks as `x-sensitive`. */
export type SensitiveFields = {
  owner: string;
  /** Where they are: JSON pointers in which `*` stands for every item of a list. */
  paths: string[];
  /** The data on the bus: sealed fields are JWEs, and those of an erased person are absent. */
  sealed: Placed;
  /** The data as a consumer gets it: fields that it may not open, or whose person was erased, are absent. */
  received: Placed;
};

/**
 * The sensitive fields of an event; undefined when it has none.
 * @throws when nobody owns them, or a mark is at a place where it would be overlooked
 */
export function sensitiveFieldsOf({ schema, base }: Placed): SensitiveFields | undefined {
  const paths = pathsIn(schema, '');
  if (marksIn(schema) !== paths.length) {
    throw new Error(`${base}: x-sensitive marks a property of the event itself, not a part of a union, a list or a marked field`);
  }
  if (paths.length === 0) return undefined;
  const owner = ownerFields.find((field) => schema.properties?.[field] !== undefined);
  if (owner === undefined || !(schema.required ?? []).includes(owner)) {
    throw new Error(`${base}: nobody owns its sensitive fields: require ${ownerFields.join(', ')} (one of them)`);
  }
  const derived = (prefix: string, change: (property: Schema) => Schema): Placed => ({
    schema: { ...changed(schema, change), title: `${prefix}${schema.title}` },
    base: base.replace(/\.json$/, `.${prefix.toLowerCase()}.json`),
  });
  return {
    owner,
    paths,
    sealed: derived('Sealed', ({ description }) => ({ ...(description !== undefined && { description }), ...sealedField })),
    received: derived('Received', (property) => property),
  };
}

/** How often a schema marks something, wherever that is. Shared definitions must not: the mark belongs to the event's own field. */
export function marksIn(node: unknown): number {
  if (!isRecord(node)) return 0;
  const below = Object.values(node).reduce<number>((sum, value) => sum + marksIn(value), 0);
  return below + (node['x-sensitive'] === true ? 1 : 0);
}

function pathsIn({ properties = {} }: Schema, path: string): string[] {
  return Object.entries(properties).flatMap(([name, property]) => {
    const place = `${path}/${name}`;
    if (property['x-sensitive'] === true) return [place];
    return [...pathsIn(property, place), ...pathsIn(property.items ?? {}, `${place}/*`)];
  });
}

/** The schema with its sensitive fields changed and optional. */
function changed(schema: Schema, change: (property: Schema) => Schema): Schema {
  const { properties, required, examples: _, ...rest } = schema;
  if (properties === undefined) return schema;
  const isSensitive = (name: string) => properties[name]?.['x-sensitive'] === true;
  const entries = Object.entries(properties).map(([name, property]): [string, Schema] => {
    if (isSensitive(name)) return [name, change(property)];
    const { items } = property;
    return [name, { ...changed(property, change), ...(items !== undefined && { items: changed(items, change) }) }];
  });
  return {
    ...rest,
    properties: Object.fromEntries(entries),
    ...(required !== undefined && { required: required.filter((name) => !isSensitive(name)) }),
  };
}

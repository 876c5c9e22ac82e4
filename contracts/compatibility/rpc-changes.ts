import { createFileRegistry, type DescField, type DescMessage, fromBinary, ScalarType } from '@bufbuild/protobuf';
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt';
import type { Schema } from '../schema.ts';
import { refusals } from './refusals.ts';

/** The messages of each RPC as schemas, by the RPC's full name. */
type Rpcs = ReadonlyMap<string, { request: Schema; response: Schema }>;

/**
 * What in the protos would break callers of the released ones, each with the name of the RPC: what a server refuses that it took, and
 * what it sends that callers do not know. Both are compiled protos (google.protobuf.FileDescriptorSet). `buf breaking` finds changed
 * numbers and types; it lets an enumeration grow, which this does not.
 */
export function rpcChanges(released: Uint8Array, current: Uint8Array): string[] {
  const after = rpcsIn(current);
  return [...rpcsIn(released)].flatMap(([name, { request, response }]) => {
    const now = after.get(name);
    if (now === undefined) return [`RPC ${name}: it is gone`];
    return [
      ...refusals(request, now.request).map((why) => `RPC ${name}: a request that was accepted is not understood: ${why}`),
      ...refusals(now.response, response).map((why) => `RPC ${name}: a response that callers do not expect: ${why}`),
    ];
  });
}

function rpcsIn(descriptors: Uint8Array): Rpcs {
  const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, descriptors));
  const services = [...registry].filter((description) => description.kind === 'service');
  return new Map(
    services.flatMap((service) =>
      service.methods.map((method) => [
        `${service.typeName}/${method.name}`,
        { request: messageSchema(method.input), response: messageSchema(method.output) },
      ]),
    ),
  );
}

/** A message inside of itself is not followed again. */
function messageSchema({ typeName, fields }: DescMessage, above: readonly string[] = []): Schema {
  if (above.includes(typeName)) return { type: 'object' };
  const below = [...above, typeName];
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, below)])),
  };
}

function fieldSchema(field: DescField, above: readonly string[]): Schema {
  const enumeration = ({ values }: { values: readonly { name: string }[] }): Schema => ({
    type: 'string',
    enum: values.map(({ name }) => name),
  });
  const scalar = (type: ScalarType): Schema => ({ type: 'string', format: ScalarType[type].toLowerCase() });
  switch (field.fieldKind) {
    case 'scalar':
      return scalar(field.scalar);
    case 'enum':
      return enumeration(field.enum);
    case 'message':
      return messageSchema(field.message, above);
    case 'list':
      return {
        type: 'array',
        items:
          field.listKind === 'enum'
            ? enumeration(field.enum)
            : field.listKind === 'message'
              ? messageSchema(field.message, above)
              : scalar(field.scalar),
      };
    case 'map':
      return { type: 'object' };
  }
}

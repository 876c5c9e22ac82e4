import type { Contracts } from '../contracts.ts';
import { openApiId } from '../documents.ts';
import { dereference } from '../reference.ts';
import { isRecord } from '../schema.ts';

/** generated/openapi.json: the complete document in one file, for tools. It refers to nothing outside of itself. */
export function documentFile({ openApi, documents }: Contracts): Map<string, string> {
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
    if (address.startsWith(`${openApiId}#`)) return address.slice(openApiId.length);
    const target = dereference(ref, base, documents);
    const name = `${target.name.charAt(0).toUpperCase()}${target.name.slice(1)}`;
    const earlier = added.get(name);
    if (openApi.components.schemas[name] !== undefined || (earlier !== undefined && earlier.address !== address)) {
      throw new Error(`${name} is defined in openapi.yaml and elsewhere, or twice: rename one`);
    }
    if (earlier === undefined) {
      const entry: { address: string; schema: unknown } = { address, schema: undefined };
      added.set(name, entry);
      entry.schema = here(target.schema, target.base);
    }
    return `#/components/schemas/${name}`;
  };

  const document = here(openApi, openApiId);
  const components = isRecord(document) && isRecord(document.components) ? document.components : {};
  const shared = [...added].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, { schema }]) => [name, schema] as const);
  const schemas = { ...(isRecord(components.schemas) ? components.schemas : {}), ...Object.fromEntries(shared) };
  const whole = { ...(isRecord(document) ? document : {}), components: { ...components, schemas } };
  return new Map([['generated/openapi.json', `${jsonText(whole)}\n`]]);
}

const lineWidth = 130;

/** JSON with every object and list on one line if it fits. */
function jsonText(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const key = (name: string) => (Array.isArray(value) ? '' : `${JSON.stringify(name)}: `);
  const oneLine = `${open}${Object.entries(value)
    .map(([name, part]) => `${key(name)}${JSON.stringify(part)}`)
    .join(', ')}${close}`;
  if (indent.length + oneLine.length <= lineWidth) return oneLine;
  const parts = Object.entries(value).map(([name, part]) => `${inner}${key(name)}${jsonText(part, inner)}`);
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

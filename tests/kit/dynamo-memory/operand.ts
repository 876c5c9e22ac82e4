import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Attributes, membersOf } from './attribute-value.ts';
import { invalid } from './errors.ts';
import type { Tokens } from './tokens.ts';

/** What an expression is evaluated on: an item, and what its placeholders stand for. */
export type Scope = { item: Attributes; names: Readonly<Record<string, string>>; values: Attributes };

/** A place in an item: names, `#placeholders` and list positions. */
export type Path = readonly (string | number)[];
export type Operand = { value?: string; path?: Path; read: (scope: Scope) => AttributeValue | undefined };

/** A path, a `:value` or `size(path)`. */
export function parseOperand(tokens: Tokens): Operand {
  if (tokens.isCall('size')) {
    tokens.expect('SIZE');
    tokens.expect('(');
    const path = parsePath(tokens);
    tokens.expect(')');
    return { read: (scope) => sizeOf(valueAt(path, scope)) };
  }
  const value = tokens.peek();
  if (value?.startsWith(':')) {
    tokens.take();
    return { value, read: (scope) => valueFor(value, scope, tokens.kind) };
  }
  const path = parsePath(tokens);
  return { path, read: (scope) => valueAt(path, scope) };
}

export function parsePath(tokens: Tokens): Path {
  const parts: (string | number)[] = [tokens.name()];
  for (;;) {
    if (tokens.accept('.')) parts.push(tokens.name());
    else if (tokens.accept('[')) {
      const position = tokens.take();
      if (!/^\d+$/.test(position)) throw tokens.wrong(position);
      parts.push(Number(position));
      tokens.expect(']');
    } else return parts;
  }
}

export function valueFor(placeholder: string, { values }: Scope, kind: string): AttributeValue {
  const value = values[placeholder];
  if (value === undefined) {
    throw invalid(
      `Invalid ${kind}: An expression attribute value used in expression is not defined; attribute value: ${placeholder}`,
    );
  }
  return value;
}

/** The parts of a path with every `#placeholder` replaced. */
export const namedPath = (path: Path, { names }: Scope): Path =>
  path.map((part) => (typeof part === 'string' && part.startsWith('#') ? nameOf(part, names) : part));

function nameOf(placeholder: string, names: Scope['names']): string {
  const name = names[placeholder];
  if (name === undefined) {
    throw invalid(`An expression attribute name used in the document path is not defined; attribute name: ${placeholder}`);
  }
  return name;
}

export function valueAt(path: Path, scope: Scope): AttributeValue | undefined {
  const [first, ...rest] = namedPath(path, scope);
  let found: AttributeValue | undefined = Object.hasOwn(scope.item, String(first)) ? scope.item[String(first)] : undefined;
  for (const part of rest) {
    if (found === undefined) return undefined;
    found = typeof part === 'number' ? found.L?.[part] : found.M?.[part];
  }
  return found;
}

/** Length of a text or binary in bytes, of anything else in elements. */
function sizeOf(value: AttributeValue | undefined): AttributeValue | undefined {
  if (value === undefined) return undefined;
  const { S, B, L, M } = value;
  const size =
    (S === undefined ? undefined : Buffer.byteLength(S)) ??
    B?.byteLength ??
    L?.length ??
    (M === undefined ? undefined : Object.keys(M).length) ??
    membersOf(value)?.length;
  return size === undefined ? undefined : { N: String(size) };
}

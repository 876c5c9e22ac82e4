import type { Documents } from '../documents.ts';
import { dereference } from '../reference.ts';
import type { Placed, Schema } from '../schema.ts';

export type NamedType = Placed & { name: string };

type Scope = {
  base: string;
  documents: Documents;
  /** Called with each type that the text refers to by its name. */
  onName: (named: NamedType) => void;
};

/**
 * The TypeScript type of what a schema accepts. A reference to an object, an enumeration or a union becomes that type's name.
 * Limits and formats cannot be expressed in a type. Arrays are read-only, since neither received nor sent data is changed.
 */
export function typeText(schema: Schema, scope: Scope, indent = ''): string {
  if (schema.$ref !== undefined) return referenceText(schema.$ref, scope, indent);
  if (hasUnionType(schema)) return unionText((schema.enum ?? []).map(literal), indent);
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.allOf !== undefined) return schema.allOf.map((part) => typeText(part, scope, indent)).join(' & ');
  if (schema.oneOf !== undefined && schema.properties === undefined) {
    return schema.oneOf.map((part) => typeText(part, scope, indent)).join(' | ');
  }
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'null':
      return schema.type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return arrayText(schema.items, scope, indent);
    case 'object':
      return schema.properties === undefined ? 'Record<string, unknown>' : objectText(schema, schema.properties, scope, indent);
    default:
      throw new Error(`${scope.base}: no type can be written for ${JSON.stringify(schema)}`);
  }
}

/** A table of values, such as all currencies, is checked by the validators; as a type it would only be a page of text. */
const maxUnionMembers = 100;
const hasUnionType = ({ enum: values = [] }: Schema) => values.length > 0 && values.length <= maxUnionMembers;

/** A type after a colon or an equals sign: on the same line, unless it begins with a line of its own. */
export const afterSign = (type: string): string => (type.startsWith('\n') ? type : ` ${type}`);

/** A long union has one member on each line. */
function unionText(members: readonly string[], indent: string): string {
  const line = members.join(' | ');
  return line.length <= 110 ? line : members.map((member) => `\n${indent}  | ${member}`).join('');
}

const literal = (value: string | number | boolean) => (typeof value === 'string' ? `'${value}'` : String(value));

function referenceText(ref: string, scope: Scope, indent: string): string {
  const target = dereference(ref, scope.base, scope.documents);
  if (!isNamed(target.schema)) return typeText(target.schema, { ...scope, base: target.base }, indent);
  scope.onName(target);
  return target.name;
}

/** Whether a reference to the schema is written as the name of a type. */
export const isNamed = (schema: Schema) =>
  schema.type === 'object' || hasUnionType(schema) || (schema.oneOf ?? schema.allOf) !== undefined;

function arrayText(items: Schema | undefined, scope: Scope, indent: string): string {
  if (items === undefined) throw new Error(`${scope.base}: an array does not say what its items are`);
  const item = typeText(items, scope, indent);
  return `readonly ${/^[\w.]+$/.test(item) || item.startsWith('{') ? item : `(${item})`}[]`;
}

function objectText(schema: Schema, properties: Record<string, Schema>, scope: Scope, indent: string): string {
  const alternatives = (schema.oneOf ?? []).flatMap(({ required = [] }) => required);
  const always = Object.entries(properties).filter(([name]) => !alternatives.includes(name));
  const members = (entries: [string, Schema][], isThere: (name: string, property: Schema) => boolean) =>
    entries.map(([name, property]) => {
      const optional = isThere(name, property) ? '' : '?';
      return `${docComment(property, `${indent}  `)}${indent}  ${name}${optional}:${afterSign(typeText(property, scope, `${indent}  `))};\n`;
    });
  const common = members(always, (name, { default: value }) => value !== undefined || (schema.required ?? []).includes(name));
  const body = always.length === 0 ? 'Record<never, never>' : `{\n${common.join('')}${indent}}`;
  if (alternatives.length === 0) return body;
  // Exactly one of them is there: each alternative declares the others to be absent.
  const choices = alternatives.map((chosen) => {
    const others = alternatives.filter((name) => name !== chosen).map((name) => `${indent}  ${name}?: undefined;\n`);
    const own = Object.entries(properties).filter(([name]) => name === chosen);
    return `{\n${members(own, () => true).join('')}${others.join('')}${indent}}`;
  });
  return `${body} & (${choices.join(' | ')})`;
}

/** The description as a doc comment, or nothing. */
export function docComment({ description, 'x-sensitive': sensitive }: Schema, indent: string): string {
  const text = [
    ...(sensitive === true ? ['Sensitive: names a person.'] : []),
    ...(description === undefined ? [] : [description.trim()]),
  ];
  if (text.length === 0) return '';
  return `${indent}/** ${text.join(' ').replaceAll('*/', '* /').replaceAll('\n', `\n${indent} * `)} */\n`;
}

/** The part of JSON Schema (draft 2020-12) that the contracts use. */
export type Schema = {
  $id?: string;
  $ref?: string;
  title?: string;
  description?: string;
  type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  enum?: readonly string[];
  const?: string | number | boolean;
  default?: string | number | boolean;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, Schema>;
  required?: readonly string[];
  additionalProperties?: boolean;
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  not?: Schema;
  discriminator?: { propertyName: string };
  examples?: readonly unknown[];
  $defs?: Record<string, Schema>;
  'x-version'?: number;
  'x-sensitive'?: boolean;
  'x-numbers-in-text'?: readonly string[];
};

/** Lists the properties of an object that arrive as text but hold numbers, as parameters of a path or query do. */
export const numbersInText = 'x-numbers-in-text';

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A schema and the id of its document, against which its references are resolved. */
export type Placed = { schema: Schema; base: string };

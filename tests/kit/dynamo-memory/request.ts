import { marshall } from '@aws-sdk/util-dynamodb';
import type { Attributes } from './attribute-value.ts';
import { parseCondition } from './condition.ts';
import { invalid } from './errors.ts';
import { parseUpdate } from './update.ts';

/** The input of a command or of one action of a transaction, read field by field, as a server reads it. */
export class Request {
  readonly #fields: Readonly<Record<string, unknown>>;

  /** @throws {TypeError} for a field that the tables in memory do not know: nothing is ignored in silence */
  constructor(input: unknown, known: readonly string[]) {
    this.#fields = { ...Object(input) };
    for (const [name, value] of Object.entries(this.#fields)) {
      if (value !== undefined && !known.includes(name)) throw new TypeError(`tables in memory do not know ${name}`);
    }
  }

  text(name: string): string | undefined {
    const value = this.#fields[name];
    return typeof value === 'string' ? value : undefined;
  }

  requiredText(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw invalid(`1 validation error detected: Value null at '${name}' failed to satisfy constraint`);
    return value;
  }

  number(name: string): number | undefined {
    const value = this.#fields[name];
    return typeof value === 'number' ? value : undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#fields[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  list(name: string): unknown[] {
    const value = this.#fields[name];
    return Array.isArray(value) ? value : [];
  }

  map(name: string): Record<string, unknown> {
    return { ...Object(this.#fields[name]) };
  }

  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  /** An item, a key or the values of an expression, as the SDK sends them. */
  attributes(name: string): Attributes {
    return marshall(this.map(name), { removeUndefinedValues: true });
  }

  names(): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.map('ExpressionAttributeNames')).map(([placeholder, name]) => [placeholder, String(name)]),
    );
  }

  /** The condition, if there is one, on an item. */
  condition(): ((item: Attributes | undefined) => boolean) | undefined {
    const text = this.text('ConditionExpression');
    this.#refuseUnused();
    if (text === undefined) return undefined;
    const { test } = parseCondition(text);
    const [names, values] = [this.names(), this.attributes('ExpressionAttributeValues')];
    return (item) => test({ item: item ?? {}, names, values });
  }

  /** DynamoDB refuses placeholders that no expression uses. */
  #refuseUnused(): void {
    const used = new Set<string>(expressions.flatMap((name) => [...this.#usedIn(name)]));
    for (const [field, thing] of [
      ['ExpressionAttributeNames', 'names'],
      ['ExpressionAttributeValues', 'values'],
    ] as const) {
      const placeholders = Object.keys(this.map(field));
      const unused = placeholders.filter((one) => !used.has(one));
      if (this.has(field) && placeholders.length === 0) throw invalid(`${field} must not be empty`);
      if (unused.length > 0) {
        throw invalid(`Value provided in ${field} unused in expressions: ${thing}: {${unused.join(', ')}}`);
      }
    }
  }

  #usedIn(expression: (typeof expressions)[number]): ReadonlySet<string> {
    const text = this.text(expression);
    if (text === undefined) return new Set();
    return expression === 'UpdateExpression' ? parseUpdate(text).used : parseCondition(text, expression).used;
  }
}

const expressions = ['ConditionExpression', 'UpdateExpression', 'KeyConditionExpression', 'FilterExpression'] as const;

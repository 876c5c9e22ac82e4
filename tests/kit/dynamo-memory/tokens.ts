import { invalid } from './errors.ts';
import { isReserved } from './reserved-words.ts';

/** What expressions are made of: words, `#name` and `:value` placeholders, numbers in brackets, and marks. */
const token = /\s*(<>|<=|>=|[=<>(),.[\]+-]|#[A-Za-z0-9_]+|:[A-Za-z0-9_]+|[A-Za-z0-9_]+)/y;

const operators = new Set(['AND', 'OR', 'NOT', 'BETWEEN', 'IN']);

/** Reads an expression from left to right, and notes which placeholders it uses. */
export class Tokens {
  readonly used = new Set<string>();
  readonly kind: string;
  readonly #tokens: readonly string[];
  #next = 0;

  /** @param kind the name of the expression, for messages */
  constructor(text: string, kind: string) {
    this.kind = kind;
    this.#tokens = tokensOf(text, kind);
    for (const one of this.#tokens) if (/^[#:]/.test(one)) this.used.add(one);
  }

  peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  isAtEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }

  take(): string {
    const taken = this.#tokens[this.#next];
    if (taken === undefined) throw this.wrong('<EOF>');
    this.#next += 1;
    return taken;
  }

  /** Takes the next token if it is this one; key words in any case. */
  accept(wanted: string): boolean {
    if (this.peek()?.toUpperCase() !== wanted) return false;
    this.#next += 1;
    return true;
  }

  expect(wanted: string): void {
    if (!this.accept(wanted)) throw this.wrong(this.peek() ?? '<EOF>');
  }

  /** Whether a function of this name is called next. */
  isCall(name: string): boolean {
    return this.peek() === name && this.#tokens[this.#next + 1] === '(';
  }

  /** The name of an attribute, or the placeholder of one. */
  name(): string {
    const taken = this.take();
    if (taken.startsWith('#')) return taken;
    if (!/^[A-Za-z_]/.test(taken) || operators.has(taken.toUpperCase())) throw this.wrong(taken);
    if (isReserved(taken)) {
      throw invalid(`Invalid ${this.kind}: Attribute name is a reserved keyword; reserved keyword: ${taken}`);
    }
    return taken;
  }

  wrong(found: string): Error {
    return invalid(`Invalid ${this.kind}: Syntax error; token: "${found}"`);
  }
}

function tokensOf(text: string, kind: string): string[] {
  if (text.trim() === '') throw invalid(`Invalid ${kind}: The expression can not be empty;`);
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    if (match?.[1] === undefined) throw invalid(`Invalid ${kind}: Syntax error; token: "${text.slice(at, at + 1)}"`);
    found.push(match[1]);
  }
  return found;
}

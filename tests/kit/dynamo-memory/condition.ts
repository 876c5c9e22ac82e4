import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { isEqual, membersOf, orderOf, typeOf } from './attribute-value.ts';
import { invalid } from './errors.ts';
import { type Operand, parseOperand, parsePath, type Scope, valueAt } from './operand.ts';
import { Tokens } from './tokens.ts';

type Test = (scope: Scope) => boolean;
/** `conditions` are the comparisons that a key condition joins with AND; empty where anything else joins them. */
export type Condition = { test: Test; used: ReadonlySet<string>; conditions: readonly Comparison[] };
/** A comparison of an attribute, such as `sk < :sk`. */
export type Comparison = { operand: Operand; operator: string; others: readonly Operand[]; test: Test };
type Node = { test: Test; conditions: readonly Comparison[]; isBracketed?: boolean };

const known = new Map<string, Condition>();

/** Parses a condition, filter or key condition. The same text is parsed once. */
export function parseCondition(text: string, kind = 'ConditionExpression'): Condition {
  const name = `${kind}\n${text}`;
  const earlier = known.get(name);
  if (earlier !== undefined) return earlier;
  const tokens = new Tokens(text, kind);
  const { test, conditions } = parseOr(tokens);
  if (!tokens.isAtEnd()) throw tokens.wrong(tokens.peek() ?? '');
  const parsed = { test, used: tokens.used, conditions };
  known.set(name, parsed);
  return parsed;
}

function parseOr(tokens: Tokens): Node {
  const nodes = [parseAnd(tokens)];
  while (tokens.accept('OR')) nodes.push(parseAnd(tokens));
  const [first] = nodes;
  if (first !== undefined && nodes.length === 1) return first;
  return { test: (scope) => results(nodes, scope).includes(true), conditions: [] };
}

function parseAnd(tokens: Tokens): Node {
  const nodes = [parseNot(tokens)];
  while (tokens.accept('AND')) nodes.push(parseNot(tokens));
  const [first] = nodes;
  if (first !== undefined && nodes.length === 1) return first;
  return {
    test: (scope) => !results(nodes, scope).includes(false),
    conditions: nodes.flatMap(({ conditions }) => conditions),
  };
}

/** Every part is evaluated, so that a mistake in one shows even where another decides. */
const results = (nodes: readonly Node[], scope: Scope) => nodes.map(({ test }) => test(scope));

function parseNot(tokens: Tokens): Node {
  if (!tokens.accept('NOT')) return parsePrimary(tokens);
  const { test } = parseNot(tokens);
  return { test: (scope) => !test(scope), conditions: [] };
}

function parsePrimary(tokens: Tokens): Node {
  if (tokens.accept('(')) {
    const inner = parseOr(tokens);
    tokens.expect(')');
    if (inner.isBracketed) throw invalid(`Invalid ${tokens.kind}: The expression has redundant parentheses;`);
    return { ...inner, isBracketed: true };
  }
  return parseFunction(tokens) ?? parseComparison(tokens);
}

function parseFunction(tokens: Tokens): Node | undefined {
  if (tokens.isCall('attribute_exists') || tokens.isCall('attribute_not_exists')) {
    const isWanted = tokens.take() === 'attribute_exists';
    tokens.expect('(');
    const path = parsePath(tokens);
    tokens.expect(')');
    return { test: (scope) => (valueAt(path, scope) !== undefined) === isWanted, conditions: [] };
  }
  const name = (['begins_with', 'contains', 'attribute_type'] as const).find((one) => tokens.isCall(one));
  if (name === undefined) return undefined;
  tokens.take();
  tokens.expect('(');
  const operand = parseOperand(tokens);
  tokens.expect(',');
  const other = parseOperand(tokens);
  tokens.expect(')');
  const test: Test = (scope) => functions[name](operand.read(scope), other.read(scope), other.value !== undefined);
  return { test, conditions: [{ operand, operator: name, others: [other], test }] };
}

type Values = [value: AttributeValue | undefined, argument: AttributeValue | undefined, isLiteral: boolean];
const functions = {
  begins_with(...[value, argument, isLiteral]: Values): boolean {
    if (isLiteral && argument?.S === undefined && argument?.B === undefined) throw wrongType('begins_with', argument);
    if (value?.B !== undefined && argument?.B !== undefined) {
      return Buffer.compare(value.B.subarray(0, argument.B.byteLength), argument.B) === 0;
    }
    return argument?.S !== undefined && (value?.S?.startsWith(argument.S) ?? false);
  },
  contains(...[value, argument]: Values): boolean {
    if (value === undefined || argument === undefined) return false;
    if (value.S !== undefined) return argument.S !== undefined && value.S.includes(argument.S);
    if (value.B !== undefined) return argument.B !== undefined && Buffer.from(value.B).includes(Buffer.from(argument.B));
    return (value.L ?? membersOf(value) ?? []).some((member) => isEqual(member, argument));
  },
  attribute_type(...[value, argument]: Values): boolean {
    if (argument?.S === undefined) throw wrongType('attribute_type', argument);
    return value !== undefined && typeOf(value) === argument.S;
  },
};

const comparators = ['=', '<>', '<', '<=', '>', '>='] as const;
type Comparator = (typeof comparators)[number];

function parseComparison(tokens: Tokens): Node {
  const operand = parseOperand(tokens);
  if (tokens.accept('BETWEEN')) {
    const low = parseOperand(tokens);
    tokens.expect('AND');
    const high = parseOperand(tokens);
    return comparison(operand, 'BETWEEN', [low, high], (scope) => {
      refuseReversedBounds(low, high, scope);
      return compare(operand, '>=', low, scope) && compare(operand, '<=', high, scope);
    });
  }
  if (tokens.accept('IN')) {
    tokens.expect('(');
    const others = [parseOperand(tokens)];
    while (tokens.accept(',')) others.push(parseOperand(tokens));
    tokens.expect(')');
    return comparison(operand, 'IN', others, (scope) => others.some((other) => compare(operand, '=', other, scope)));
  }
  const found = tokens.take();
  const comparator = comparators.find((one) => one === found);
  if (comparator === undefined) throw tokens.wrong(found);
  const other = parseOperand(tokens);
  return comparison(operand, comparator, [other], (scope) => compare(operand, comparator, other, scope));
}

const comparison = (operand: Operand, operator: string, others: readonly Operand[], test: Test): Node => ({
  test,
  conditions: [{ operand, operator, others, test }],
});

/** Bounds that the request itself gives must be in order. */
function refuseReversedBounds(low: Operand, high: Operand, scope: Scope): void {
  if (low.value === undefined || high.value === undefined) return;
  const [lowest, highest] = [low.read(scope), high.read(scope)];
  if (lowest === undefined || highest === undefined) return;
  const order = orderOf(lowest, highest);
  if (order === undefined || order > 0) {
    throw invalid('The BETWEEN operator requires an upper bound that is not below the lower bound and of the same type');
  }
}

function compare(operand: Operand, comparator: Comparator, other: Operand, scope: Scope): boolean {
  const [left, right] = [operand.read(scope), other.read(scope)];
  if (comparator !== '=' && comparator !== '<>') {
    for (const one of [operand, other]) {
      const literal = one.value === undefined ? undefined : one.read(scope);
      if (literal !== undefined && orderOf(literal, literal) === undefined) throw wrongType(comparator, literal);
    }
  }
  // What is not there differs from everything, and is neither above nor below anything.
  if (left === undefined || right === undefined) return comparator === '<>';
  if (comparator === '=') return isEqual(left, right);
  if (comparator === '<>') return !isEqual(left, right);
  const order = orderOf(left, right);
  if (order === undefined) return false;
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[comparator];
}

const wrongType = (operator: string, value: AttributeValue | undefined) =>
  invalid(
    `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${value === undefined ? 'none' : typeOf(value)}`,
  );

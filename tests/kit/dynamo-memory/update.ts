import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { type Attributes, copyOf, isEqual, membersOf, setOf } from './attribute-value.ts';
import { invalid } from './errors.ts';
import { namedPath, type Operand, type Path, parseOperand, parsePath, type Scope, valueAt, valueFor } from './operand.ts';
import { Tokens } from './tokens.ts';

/** One change of an update: where, and what is there afterwards (undefined for nothing). */
type Change = { path: Path; after: (scope: Scope) => AttributeValue | undefined };
export type Update = { changes: readonly Change[]; used: ReadonlySet<string> };

const known = new Map<string, Update>();
const kind = 'UpdateExpression';

/** Parses `SET … REMOVE … ADD … DELETE …`. The same text is parsed once. */
export function parseUpdate(text: string): Update {
  const earlier = known.get(text);
  if (earlier !== undefined) return earlier;
  const tokens = new Tokens(text, kind);
  const changes: Change[] = [];
  const seen = new Set<string>();
  while (!tokens.isAtEnd()) {
    const clause = tokens.take().toUpperCase();
    const parse = clauses[clause];
    if (parse === undefined) throw tokens.wrong(clause);
    if (seen.has(clause)) throw invalid(`Invalid ${kind}: The "${clause}" section can only be used once`);
    seen.add(clause);
    do changes.push(parse(tokens));
    while (tokens.accept(','));
  }
  const parsed = { changes, used: tokens.used };
  known.set(text, parsed);
  return parsed;
}

/**
 * The item after an update, and the first names of what it touched. All values are read from the item as it was before.
 * @throws a ValidationException for what does not fit the item
 */
export function updated({ changes }: Update, scope: Scope): { item: Attributes; touched: Set<string> } {
  const paths = changes.map(({ path }) => namedPath(path, scope));
  refuseOverlaps(paths);
  const values = changes.map(({ after }) => after(scope));
  const item = copyOf(scope.item);
  // A list closes up after a removal, so what is set is set first and what is removed goes from its end.
  const order = paths
    .map((_, index) => index)
    .sort((one, other) => Number(values[one] === undefined) - Number(values[other] === undefined) || other - one);
  for (const index of order) {
    const path = paths[index];
    if (path !== undefined) place(item, path, values[index]);
  }
  return { item, touched: new Set(paths.map(([first]) => String(first))) };
}

const clauses: Readonly<Record<string, (tokens: Tokens) => Change>> = {
  SET(tokens) {
    const path = parsePath(tokens);
    tokens.expect('=');
    return { path, after: parseSum(tokens) };
  },
  REMOVE: (tokens) => ({ path: parsePath(tokens), after: () => undefined }),
  ADD(tokens) {
    const path = parsePath(tokens);
    const value = tokens.take();
    if (!value.startsWith(':')) throw tokens.wrong(value);
    return { path, after: (scope) => added(valueAt(path, scope), valueFor(value, scope, kind)) };
  },
  DELETE(tokens) {
    const path = parsePath(tokens);
    const value = tokens.take();
    if (!value.startsWith(':')) throw tokens.wrong(value);
    return { path, after: (scope) => without(valueAt(path, scope), valueFor(value, scope, kind)) };
  },
};

/** `operand`, `operand + operand` or `operand - operand`. */
function parseSum(tokens: Tokens): (scope: Scope) => AttributeValue {
  const left = parseTerm(tokens);
  const sign = tokens.accept('+') ? 1 : tokens.accept('-') ? -1 : undefined;
  if (sign === undefined) return (scope) => present(left.read(scope));
  const right = parseTerm(tokens);
  return (scope) => ({ N: String(numberOf(present(left.read(scope))) + sign * numberOf(present(right.read(scope)))) });
}

function parseTerm(tokens: Tokens): Pick<Operand, 'read'> {
  if (tokens.isCall('if_not_exists')) {
    tokens.take();
    tokens.expect('(');
    const path = parsePath(tokens);
    tokens.expect(',');
    const otherwise = parseTerm(tokens);
    tokens.expect(')');
    return { read: (scope) => valueAt(path, scope) ?? otherwise.read(scope) };
  }
  if (tokens.isCall('list_append')) {
    tokens.take();
    tokens.expect('(');
    const one = parseTerm(tokens);
    tokens.expect(',');
    const other = parseTerm(tokens);
    tokens.expect(')');
    return { read: (scope) => ({ L: [...elementsOf(present(one.read(scope))), ...elementsOf(present(other.read(scope)))] }) };
  }
  return parseOperand(tokens);
}

function added(stored: AttributeValue | undefined, value: AttributeValue): AttributeValue {
  if (value.N !== undefined) return { N: String((stored === undefined ? 0 : numberOf(stored)) + Number(value.N)) };
  const members = membersOf(value);
  if (members === undefined) throw invalid(`Invalid ${kind}: Incorrect operand type for operator or function; operator: ADD`);
  const before = stored === undefined ? [] : setMembers(stored);
  return setOf([...before, ...members.filter((member) => !before.some((other) => isEqual(member, other)))]);
}

function without(stored: AttributeValue | undefined, value: AttributeValue): AttributeValue | undefined {
  const members = membersOf(value);
  if (members === undefined) throw invalid(`Invalid ${kind}: Incorrect operand type for operator or function; operator: DELETE`);
  if (stored === undefined) return undefined;
  const left = setMembers(stored).filter((member) => !members.some((other) => isEqual(member, other)));
  return left.length === 0 ? undefined : setOf(left);
}

function present(value: AttributeValue | undefined): AttributeValue {
  if (value === undefined) throw invalid('The provided expression refers to an attribute that does not exist in the item');
  return value;
}

function numberOf({ N }: AttributeValue): number {
  if (N === undefined) throw invalid('An operand in the update expression has an incorrect data type');
  return Number(N);
}

function elementsOf({ L }: AttributeValue): AttributeValue[] {
  if (L === undefined) throw invalid('An operand in the update expression has an incorrect data type');
  return L;
}

function setMembers(value: AttributeValue): AttributeValue[] {
  const members = membersOf(value);
  if (members === undefined) throw invalid('An operand in the update expression has an incorrect data type');
  return members;
}

/** Puts a value into a copy of the item, or removes what is there. */
function place(item: Attributes, path: Path, value: AttributeValue | undefined): void {
  const [first, ...rest] = path;
  const last = rest.pop();
  if (last === undefined) {
    if (value === undefined) delete item[String(first)];
    else item[String(first)] = value;
    return;
  }
  let parent = item[String(first)];
  for (const part of rest) parent = typeof part === 'number' ? parent?.L?.[part] : parent?.M?.[part];
  if (typeof last === 'number' && parent?.L !== undefined) {
    if (value === undefined) parent.L.splice(last, 1);
    else if (last < parent.L.length) parent.L[last] = value;
    else parent.L.push(value);
  } else if (typeof last === 'string' && parent?.M !== undefined) {
    if (value === undefined) delete parent.M[last];
    else parent.M[last] = value;
  } else {
    throw invalid('The document path provided in the update expression is invalid for update');
  }
}

function refuseOverlaps(paths: readonly Path[]): void {
  const overlaps = paths.some((path, index) =>
    paths.some((other, otherIndex) => otherIndex !== index && path.every((part, depth) => other[depth] === part)),
  );
  if (overlaps)
    throw invalid(`Invalid ${kind}: Two document paths overlap with each other; must remove or rewrite one of these paths`);
}

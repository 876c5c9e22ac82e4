import { readFileSync } from 'node:fs';
import jsonata from 'jsonata';

type Fields = { Assign?: Record<string, unknown>; Output?: unknown };
type State = Fields & {
  Type: string;
  Comment?: string;
  TimeoutSeconds?: number;
  Retry?: { ErrorEquals: string[]; MaxAttempts: number; JitterStrategy?: string }[];
  Resource?: string;
  Arguments?: { Payload: unknown };
  Next?: string;
  Default?: string;
  Choices?: (Fields & { Condition: string; Next: string })[];
  Catch?: (Fields & { ErrorEquals: string[]; Next: string })[];
};
export type Machine = { StartAt: string; States: Record<string, State> };

/** The definition that is deployed. */
export const machine: Machine = JSON.parse(
  readFileSync(new URL('../../state-machines/order-saga.asl.json', import.meta.url), 'utf8'),
);

/** One execution, between two states. */
export type Execution = {
  input: object;
  state: string;
  stateInput: unknown;
  variables: Record<string, unknown>;
  /** Counts the states it entered. */
  entries: number;
};
export type StateError = 'States.Timeout' | 'States.TaskFailed';

/** Every state that any execution entered. */
export const visited = new Set<string>();

export async function startExecution(input: object): Promise<Execution> {
  const execution: Execution = { input, state: '', stateInput: input, variables: {}, entries: 0 };
  await enter(execution, machine.StartAt, input);
  return execution;
}

export const stateOf = ({ state }: Execution): State => {
  const found = machine.States[state];
  if (found === undefined) throw new Error(`the machine has no state ${state}`);
  return found;
};
export const isCallback = (execution: Execution) => stateOf(execution).Resource?.endsWith('.waitForTaskToken') === true;

/** What the Lambda of the task at hand is called with. */
export const payloadOf = (execution: Execution, { token = '', enteredAt = '', retryCount = 0 } = {}): Promise<unknown> =>
  evaluate(stateOf(execution).Arguments?.Payload, execution, {
    context: { Task: { Token: token }, State: { EnteredTime: enteredAt, RetryCount: retryCount } },
  });

/** The task answered: `lambda:invoke` wraps what the Lambda returns, a callback's output comes as it is. */
export async function taskAnswered(execution: Execution, answer: unknown): Promise<void> {
  const state = stateOf(execution);
  const result = isCallback(execution) ? answer : { Payload: answer };
  await leave(execution, state, state.Next, { result }, result);
}

/** The task failed for good, its retries included. */
export async function taskFailed(execution: Execution, error: StateError): Promise<void> {
  const caught = stateOf(execution).Catch?.find(({ ErrorEquals }) =>
    ErrorEquals.some((name) => name === error || name === 'States.ALL'),
  );
  if (caught === undefined) throw new Error(`${execution.state} lets ${error} through`);
  const errorOutput = { Error: error, Cause: '' };
  await leave(execution, caught, caught.Next, { errorOutput }, errorOutput);
}

export async function waitOver(execution: Execution): Promise<void> {
  const state = stateOf(execution);
  await leave(execution, state, state.Next, {}, execution.stateInput);
}

/** Assign and Output see the variables as they were; only then do the new ones count. */
async function leave(
  execution: Execution,
  fields: Fields,
  next: string | undefined,
  states: object,
  output: unknown,
): Promise<void> {
  const assigned = await evaluate(fields.Assign ?? {}, execution, states);
  const nextInput = fields.Output === undefined ? output : await evaluate(fields.Output, execution, states);
  Object.assign(execution.variables, assigned);
  await enter(execution, next, nextInput);
}

async function enter(execution: Execution, name: string | undefined, input: unknown): Promise<void> {
  if (name === undefined) throw new Error(`${execution.state} leads nowhere`);
  visited.add(name);
  execution.state = name;
  execution.stateInput = input;
  execution.entries += 1;
  const state = stateOf(execution);
  if (state.Type !== 'Choice') return;
  for (const choice of state.Choices ?? []) {
    if ((await evaluate(choice.Condition, execution, {})) === true) return leave(execution, choice, choice.Next, {}, input);
  }
  return leave(execution, state, state.Default, {}, input);
}

const compiled = new Map<string, ReturnType<typeof jsonata>>();

/** A template: strings in `{% %}` are JSONata. One that yields nothing is an error, as it is on AWS. */
async function evaluate(template: unknown, execution: Execution, states: { context?: object }): Promise<unknown> {
  if (typeof template === 'object' && template !== null) {
    const parts = Object.entries(template).map(async ([key, part]) => [key, await evaluate(part, execution, states)]);
    return Object.fromEntries(await Promise.all(parts));
  }
  const text = typeof template === 'string' ? /^\{%(.*)%\}$/s.exec(template)?.[1] : undefined;
  if (text === undefined) return template;
  const expression = compiled.get(text) ?? jsonata(text);
  compiled.set(text, expression);
  const context = { ...states.context, Execution: { Input: execution.input } };
  const value: unknown = await expression.evaluate(undefined, {
    ...execution.variables,
    states: { ...states, input: execution.stateInput, context },
  });
  if (value === undefined) throw new Error(`${execution.state}: ${text} yields nothing`);
  return value;
}

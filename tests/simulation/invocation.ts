import { AsyncLocalStorage } from 'node:async_hooks';
import { timedOut, unreachable } from '../kit/dynamo-memory/errors.ts';

/** What a Lambda does outside itself that others can see. */
export type Outside = 'commit' | 'delete' | 'provider' | 'carrier' | 'saga' | 'start' | 'bus' | 'closing';

/** What goes wrong at the first such call of an invocation. */
export type Mishap =
  | { at: Outside; what: 'dies-before' | 'dies-after' | 'fails-before' | 'fails-after' }
  | { at: Outside; what: 'overtaken'; by: () => Promise<unknown> };

/** Where an invocation that is held waits for the provider. */
export type Held = { request: unknown; resume: (response: Response | Error) => Promise<End> };
export type End =
  | { end: 'returned'; value: unknown }
  | { end: 'failed'; cause: unknown }
  | { end: 'died' }
  | { end: 'held'; held: Held };

type Settings = Readonly<Record<string, string>>;
type Invocation = {
  settings: Settings;
  mishap?: Mishap | undefined;
  /** Whether it stays at its call of the provider until it is resumed. */
  isHeldAtProvider: boolean;
  isDead: boolean;
  finished: Promise<End>;
  /** Ends the step that runs, not the invocation. */
  leave: (end: End) => void;
};
export type InvocationOptions = { mishap?: Mishap | undefined; isHeldAtProvider?: boolean };

const running = new AsyncLocalStorage<Invocation>();
/** Of a Lambda that is dead nothing is heard any more. */
const never = new Promise<never>(() => undefined);

/** Runs a Lambda with its settings until it ends, dies or is held. */
export function invoke(settings: Settings, run: () => Promise<unknown>, options: InvocationOptions = {}): Promise<End> {
  const invocation: Invocation = {
    settings,
    mishap: options.mishap,
    isHeldAtProvider: options.isHeldAtProvider ?? false,
    isDead: false,
    finished: never,
    leave: () => undefined,
  };
  return step(invocation, () => {
    invocation.finished = running.run(invocation, run).then(
      (value): End => ({ end: 'returned', value }),
      (cause: unknown): End => ({ end: 'failed', cause }),
    );
  });
}

async function step(invocation: Invocation, begin: () => void): Promise<End> {
  const before = Object.keys(invocation.settings).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, invocation.settings);
  const left = new Promise<End>((resolve) => {
    invocation.leave = resolve;
  });
  begin();
  try {
    return await Promise.race([invocation.finished, left]);
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Whether the code that asks belongs to a Lambda that has died. */
export const isDead = () => running.getStore()?.isDead === true;
export const neverAnswered = (): Promise<never> => never;

/** Performs a call of the Lambda at hand, with what goes wrong at it. */
export async function outside<Result>(at: Outside, perform: () => Promise<Result>): Promise<Result> {
  const invocation = running.getStore();
  if (invocation?.isDead) return never;
  const mishap = invocation?.mishap;
  if (invocation === undefined || mishap?.at !== at) return perform();
  invocation.mishap = undefined;
  switch (mishap.what) {
    case 'overtaken':
      // What overtakes is no part of this Lambda.
      await running.exit(mishap.by);
      Object.assign(process.env, invocation.settings);
      return perform();
    case 'dies-before':
      return die(invocation);
    case 'dies-after':
      await perform();
      return die(invocation);
    case 'fails-before':
      throw unreachable();
    case 'fails-after':
      await perform();
      throw timedOut();
  }
}

/** Runs what another Lambda does for the one at hand, which has none of its settings and mishaps. */
export async function asAnother<Result>(run: () => Promise<Result>): Promise<Result> {
  const invocation = running.getStore();
  try {
    return await running.exit(run);
  } finally {
    Object.assign(process.env, invocation?.settings);
  }
}

function die(invocation: Invocation): Promise<never> {
  invocation.isDead = true;
  invocation.leave({ end: 'died' });
  return never;
}

/** A request to the provider. A Lambda that is held there goes on when it is resumed; any other is answered at once. */
export function atProvider(request: unknown, answer: () => Response): Promise<Response> {
  const invocation = running.getStore();
  if (!invocation?.isHeldAtProvider) return outside('provider', async () => answer());
  return new Promise((resolve, reject) => {
    const resume = (response: Response | Error) =>
      step(invocation, () => (response instanceof Error ? reject(response) : resolve(response)));
    invocation.leave({ end: 'held', held: { request, resume } });
  });
}

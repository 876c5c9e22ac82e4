import type { Action } from './action.ts';
import { actions } from './actions.ts';
import { type Opening, openMarket } from './market.ts';
import { brokenAtRest, brokenNow } from './rules.ts';
import { follow } from './saga-actions.ts';
import type { Machine } from './state-machine.ts';
import type { System } from './system.ts';
import type { WorseDecisions } from './worsened.ts';

/** A schedule that is written, not drawn: what happens in between goes well, and the same in every run. */
export type Script = {
  opening?: Opening;
  /** What happens, one after the other, each as soon as it can: the beginnings of labels. */
  steps: readonly string[];
  /** What is held back until the last step has happened. */
  hold?: readonly string[];
  /** What never happens. */
  without?: readonly string[];
};
/**
 * A rule of the order saga, with a written schedule under which the system does right, and a worse system that the same
 * schedule finds out: with another decision, another definition of the state machine, or without something that happens.
 */
export type RuleCase = Script & {
  title: string;
  /** How the orders end. */
  ends: readonly string[];
  /** Whether the saga may have to wait for a time-out. */
  mayTimeOut?: boolean;
  worse: { title: string; decisions?: WorseDecisions; machine?: (machine: Machine) => void; without?: readonly string[] };
};

export type Played = { broken: string[]; schedule: string[]; ends: string[] };

const oneOrder: Opening = { orders: [[1]], stock: [1] };
const maxSteps = 200;

/** Plays a script to its rest. */
export async function play(system: System, { opening = oneOrder, steps, hold = [], without = [] }: Script): Promise<Played> {
  const plenty = { fault: 9, cancel: 9, expire: 9, restart: 9, die: 9, adjust: 9, ship: 9 };
  const world = await openMarket(system, opening, plenty);
  const schedule: string[] = [];
  const waiting = [...steps];
  const ended = (broken: string[]): Played => ({ broken, schedule, ends: endsOf(world.stored.order) });
  while (schedule.length < maxSteps) {
    const [wanted] = waiting;
    const held = waiting.length > 0 ? hold : [];
    const possible = actions(system).filter(({ label }) => !begins(label, without));
    const scripted = wanted === undefined ? undefined : possible.find(({ label }) => label.startsWith(wanted));
    const action = scripted ?? calm(possible.filter(({ label }) => !begins(label, held)));
    if (scripted !== undefined) waiting.shift();
    if (action === undefined) {
      if (wanted !== undefined) throw new Error(`"${wanted}" cannot happen after\n  ${schedule.join('\n  ')}`);
      return ended(brokenAtRest(world, system));
    }
    schedule.push(action.label);
    await action.run();
    await follow(system);
    const broken = brokenNow(world);
    if (broken.length > 0) return ended(broken);
  }
  return ended([`no rest after ${maxSteps} steps`]);
}

const begins = (label: string, beginnings: readonly string[]) => beginnings.some((beginning) => label.startsWith(beginning));

/** What happens when all goes well; a time-out or a deadline only when nothing else can. */
function calm(possible: readonly Action[]): Action | undefined {
  const must = possible.filter(({ kind }) => kind === 'must');
  return must.find(({ label }) => !label.endsWith('times out') && !label.startsWith('deadline')) ?? must[0];
}

const endsOf = (stored: ReadonlyMap<string, Record<string, unknown>>) =>
  [...stored.values()].filter(({ sk }) => sk === 'ORDER').map(({ status }) => String(status));

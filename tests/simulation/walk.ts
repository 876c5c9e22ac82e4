import type { Action } from './action.ts';
import { actions } from './actions.ts';
import { hash, randomOf } from './randomness.ts';
import { brokenAtRest, brokenNow } from './rules.ts';
import { follow } from './saga-actions.ts';
import type { System } from './system.ts';

export type Walk = { broken: string[]; schedule: string[]; faults: string[] };

const maxSteps = 600;
const weights = [0.01, 0.1, 1, 1, 4];

/**
 * One schedule to its rest; the seed decides it all. A seed makes some kinds of action eager and others lazy (swarm testing), so that
 * histories get long and lopsided.
 */
export async function walk(system: System, seed: number): Promise<Walk> {
  const { world } = system;
  const draw = randomOf(seed);
  const appetite = draw() * 0.4;
  const schedule: string[] = [];
  const faults: string[] = [];
  while (schedule.length < maxSteps) {
    const possible = actions(system);
    const must = possible.filter(({ kind }) => kind === 'must');
    const other = possible.filter(({ kind }) => kind !== 'must');
    const now = brokenNow(world);
    if (now.length > 0) return { broken: now, schedule, faults };
    if (must.length === 0 && (other.length === 0 || draw() > 0.7))
      return { broken: brokenAtRest(world, system), schedule, faults };
    const action = choose(other.length > 0 && (must.length === 0 || draw() < appetite) ? other : must, seed, draw());
    if (action.kind !== 'must' && action.kind !== 'may') world.budget[action.kind] -= 1;
    if (action.kind !== 'must') faults.push(kindOf(action));
    const overtakers = must.filter(({ actor }) => actor !== action.actor);
    if (action.overtaken !== undefined && overtakers.length > 0 && world.budget.fault > 0 && draw() < appetite / 4) {
      const overtaker = choose(overtakers, seed, draw());
      world.budget.fault -= 1;
      faults.push('overtaken');
      schedule.push(`${action.label}, overtaken by: ${overtaker.label}`);
      await action.overtaken(async () => overtaker.run());
    } else {
      schedule.push(action.label);
      await action.run();
    }
    await follow(system);
  }
  return { broken: [`no rest after ${maxSteps} steps`], schedule, faults };
}

/** Each group of actions, such as those about messages, is as likely as any other, however many there are of it. */
function choose(pool: readonly Action[], seed: number, drawn: number): Action {
  const sizes = new Map<string, number>();
  for (const { actor } of pool) sizes.set(groupOf(actor), (sizes.get(groupOf(actor)) ?? 0) + 1);
  const weighted = pool.map((action) => ({ action, weight: weightOf(action, seed) / (sizes.get(groupOf(action.actor)) ?? 1) }));
  let at = drawn * weighted.reduce((sum, { weight }) => sum + weight, 0);
  for (const { action, weight } of weighted) {
    at -= weight;
    if (at <= 0) return action;
  }
  const last = weighted.at(-1);
  if (last === undefined) throw new Error('nothing can happen');
  return last.action;
}

const groupOf = (actor: string) => actor.slice(0, actor.indexOf(' '));

/** A time-out or a deadline in the middle of everything is rare. */
function weightOf(action: Action, seed: number): number {
  const kind = kindOf(action);
  return (weights[hash(kind, Math.imul(seed, 2654435761)) % weights.length] ?? 1) * (isRare(kind) ? 0.1 : 1);
}

const isRare = (kind: string) => kind.endsWith('times out') || kind.startsWith('deadline');

const kinds = new Map<string, string>();

/** The label without the numbers of orders, sagas and tokens. */
function kindOf({ label }: Action): string {
  const known = kinds.get(label) ?? label.replace(/\d+(\.\d+)?(\/\d+)?/g, 'n');
  kinds.set(label, known);
  return known;
}

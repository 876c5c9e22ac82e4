import type { Action } from './action.ts';
import { actions } from './actions.ts';
import { brokenAtRest, brokenNow } from './rules.ts';
import { follow } from './saga-actions.ts';
import type { World } from './world.ts';

export type Walk = { broken: string[]; schedule: string[]; faults: string[] };

const maxSteps = 400;
const weights = [0.01, 0.1, 1, 1, 4];

/**
 * One schedule to its rest; the seed decides it all. A seed makes some kinds of action eager and others lazy (swarm testing), so that
 * histories get long and lopsided.
 */
export async function walk(world: World, seed: number): Promise<Walk> {
  const draw = randomOf(seed);
  const appetite = draw() * 0.4;
  const schedule: string[] = [];
  const faults: string[] = [];
  while (schedule.length < maxSteps) {
    const possible = actions(world);
    const must = possible.filter(({ kind }) => kind === 'must');
    const other = possible.filter(({ kind }) => kind !== 'must');
    const now = brokenNow(world);
    if (now.length > 0) return { broken: now, schedule, faults };
    if (must.length === 0 && (other.length === 0 || draw() > 0.7)) return { broken: brokenAtRest(world), schedule, faults };
    const action = choose(other.length > 0 && (must.length === 0 || draw() < appetite) ? other : must, seed, draw());
    if (action.kind !== 'must' && action.kind !== 'may') world.budget[action.kind] -= 1;
    if (action.kind !== 'must') faults.push(kindOf(action));
    schedule.push(action.label);
    await action.run();
    await follow(world);
  }
  return { broken: [`no rest after ${maxSteps} steps`], schedule, faults };
}

function choose(pool: readonly Action[], seed: number, drawn: number): Action {
  let at = drawn * pool.reduce((sum, action) => sum + weightOf(action, seed), 0);
  const chosen = pool.find((action) => {
    at -= weightOf(action, seed);
    return at <= 0;
  });
  const [first] = pool;
  if (first === undefined) throw new Error('nothing can happen');
  return chosen ?? first;
}

/** A time-out or a deadline in the middle of everything is rare. */
function weightOf(action: Action, seed: number): number {
  const kind = kindOf(action);
  return (weights[hash(kind, Math.imul(seed, 2654435761)) % weights.length] ?? 1) * (/times out$|^deadline/.test(kind) ? 0.1 : 1);
}

const kindOf = ({ label }: Action) => label.replace(/\d+(\.\d+)?/g, 'n');

function hash(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return (h ^ (h >>> 15)) >>> 0;
}

/** mulberry32 */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

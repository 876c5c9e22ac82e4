import { beforeAll, describe, expect, it } from 'vitest';
import { openMarket } from './market.ts';
import { takeChanceOut } from './randomness.ts';
import { machine, visited } from './state-machine.ts';
import { System } from './system.ts';
import { type Walk, walk } from './walk.ts';
import type { World } from './world.ts';

const system = new System();
beforeAll(async () => {
  takeChanceOut();
  await system.start();
});

/** The random world of a seed: 1 to 3 orders for 2 products, and what may go wrong. */
function worldOf(seed: number): Promise<World> {
  const pick = (n: number, salt: number) => (Math.imul(seed + salt * 7919, 2654435761) >>> 8) % n;
  const [first = []] = [[[1, 1]], [[2, 0]]][pick(2, 9)] ?? [];
  const orders = [first, [1, 0], [0, 1]].slice(0, 1 + pick(3, 10));
  const budget = {
    fault: pick(7, 1),
    cancel: pick(3, 2),
    expire: pick(2, 3),
    restart: pick(2, 4),
    die: pick(3, 5),
    adjust: pick(3, 7),
    ship: pick(4, 8),
  };
  return openMarket(system, { orders, stock: [1 + pick(3, 11), 1] }, budget);
}

const firstSeed = Number(process.env.SIMULATION_SEED ?? 1);
const schedules = Number(process.env.SIMULATION_SCHEDULES ?? 3000);

/** The first schedule that breaks a rule, as text that names its seed. */
async function findBroken(count: number, look: (world: World, walk: Walk) => void = () => {}): Promise<string> {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const world = await worldOf(seed);
    const walked = await walk(system, seed);
    look(world, walked);
    if (walked.broken.length > 0) {
      return `seed ${seed} (SIMULATION_SEED=${seed} SIMULATION_SCHEDULES=1): ${walked.broken.join('; ')}\n  ${walked.schedule.join('\n  ')}`;
    }
  }
  return '';
}

describe('the saga with the decisions of its domains, under any schedule', () => {
  it('breaks no rule, ends every order and goes through every state', async () => {
    const faults = new Set<string>();
    const ends = new Set<string>();
    const broken = await findBroken(schedules, (world, walked) => {
      for (const fault of walked.faults) faults.add(fault);
      for (const { status } of world.stored.order.values()) if (status !== undefined) ends.add(String(status));
    });
    expect(broken).toBe('');
    if (schedules < 1000) return;
    expect(ends).toEqual(new Set(['confirmed', 'cancelled', 'shipped', 'delivered']));
    expect(visited).toEqual(new Set(Object.keys(machine.States)));
    expect(faults.size).toBeGreaterThan(40);
  }, 300_000);

  it('goes the same way whenever it gets the same seed', async () => {
    const schedulesOf = async (seeds: readonly number[]) => {
      const all: string[][] = [];
      for (const seed of seeds) {
        await worldOf(seed);
        all.push((await walk(system, seed)).schedule);
      }
      return all;
    };
    const seeds = [1, 2, 3, 20_001, firstSeed];
    expect(await schedulesOf(seeds)).toEqual(await schedulesOf(seeds));
  });
});

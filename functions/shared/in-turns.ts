/**
 * Does the work for every item, at most `atOnce` at a time. One that fails ends no other; the first failure is thrown when all are
 * through.
 */
export async function inTurns<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  const waiting = items.values();
  const take = async () => {
    for (const item of waiting) await work(item).catch((thrown: unknown) => failures.push(thrown));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, take));
  if (failures.length > 0) throw failures[0];
}
